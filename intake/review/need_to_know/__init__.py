"""Need to know: whoever opens the record of somebody who is not theirs says why first (decision 39)."""
