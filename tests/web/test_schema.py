"""The API against its own description: whatever is asked, it never fails."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from tests.web.conftest import Fixed, events_and_reports

from wederhoor.web.app import create_app

pytestmark = pytest.mark.slow

APP = create_app(Fixed(events_and_reports()), hosts=("localhost", "testserver"))
schema = schemathesis.openapi.from_asgi("/api/openapi.json", APP)
PROMISED = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
]
"""What every answer must hold to: no failure, and nothing that the description does not say."""


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_makes_the_api_fail(case: schemathesis.Case[Any]) -> None:
    answer = case.call(headers={"host": "localhost"})
    assert answer.status_code < 500
    case.validate_response(answer, checks=PROMISED)
