"""The questions and answers as FHIR R4: a Questionnaire and a QuestionnaireResponse.

Plain JSON types, no Django, no database, no clock. What FHIR has no words for (when a question is shown) stands in an
extension of ours, as the expression that the form itself reads.
"""

from intake.questionnaire.fhir.link_ids import SYSTEM, canonical, fhir_id
from intake.questionnaire.fhir.responses import response_resource
from intake.questionnaire.fhir.whole_form import questionnaire_resource

__all__ = ["SYSTEM", "canonical", "fhir_id", "questionnaire_resource", "response_resource"]
