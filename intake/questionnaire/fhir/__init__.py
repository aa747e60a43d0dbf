"""The questions and answers as FHIR R4: a Questionnaire, a QuestionnaireResponse, and the answers read back.

Plain JSON types, no Django, no database, no clock. What FHIR has no words for (when a question is shown) stands in an
extension of ours, as the expression that the form itself reads.
"""

from intake.questionnaire.fhir.link_ids import SYSTEM, canonical, fhir_id
from intake.questionnaire.fhir.responses import answers_of, response_resource
from intake.questionnaire.fhir.whole_form import questionnaire_resource

__all__ = ["SYSTEM", "answers_of", "canonical", "fhir_id", "questionnaire_resource", "response_resource"]
