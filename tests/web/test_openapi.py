"""The description is true: it is OpenAPI, and what the desk says is what it promises, also to senseless requests."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hostile import STORY, now
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from starlette.testclient import TestClient

from headwater.store import open_store
from headwater.web.app import make_app
from headwater.web.gate import Gate
from headwater.web.openapi import describe
from headwater.web.page import Page
from headwater.web.place import Place
from headwater.web.routes import ACTIONS, PAGES
from headwater.web.work import Work

DESCRIPTION = describe()


def test_every_page_and_action_is_described_twice() -> None:
    found = set(DESCRIPTION["paths"])
    for part in (*PAGES, *ACTIONS):
        path = re.sub(r":\w+}", "}", part.path)
        assert {path, f"{path}.json"} <= found
    assert len(found) == 2 * len({part.path for part in (*PAGES, *ACTIONS)})


def test_the_description_is_given(client: TestClient) -> None:
    assert client.get("/openapi.json").json() == DESCRIPTION


def test_every_reference_leads_somewhere() -> None:
    def walk(node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else ():
            if key == "$ref":
                assert value.removeprefix("#/components/schemas/") in DESCRIPTION["components"]["schemas"]
            walk(value)
        for part in node if isinstance(node, list) else ():
            walk(part)

    walk(DESCRIPTION)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_twin_is_what_it_is_said_to_be(client: TestClient, page: Page) -> None:
    path = re.sub(r"{(\w+):path}", STORY, page.path)
    described = DESCRIPTION["paths"][re.sub(r":\w+}", "}", page.path) + ".json"]["get"]
    schema = described["responses"]["200"]["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**schema, "components": DESCRIPTION["components"]})
    Draft202012Validator.check_schema(validator.schema)
    errors = [error.message for error in validator.iter_errors(client.get(f"{path}.json").json())]
    assert not errors


@pytest.fixture(scope="module")
def api(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    path = tmp_path_factory.mktemp("api") / "desk.db"
    shutil.copy(filled, path)
    with open_store(path) as store:
        app = make_app(Place(store, now, Gate(names=frozenset({"testserver"})), Work(store, now)))
        yield schemathesis.openapi.from_asgi("/openapi.json", app)


def test_senseless_requests_are_answered_as_described(api: schemathesis.BaseSchema) -> None:
    operations = [result.ok() for result in api.get_all_operations()]
    assert len(operations) == 2 * len((*PAGES, *ACTIONS))
    for operation in operations:
        # A page answers what its twin does; the twin is asked more often.
        most = 5 if operation.path.endswith(".json") else 1

        @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE) | operation.as_strategy())
        @settings(max_examples=most, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def ask(case: schemathesis.Case) -> None:
            # Which fields a correction needs depends on its kind, and a query may hold names that no page asks for.
            case.call_and_validate(excluded_checks=[negative_data_rejection, positive_data_acceptance])

        ask()
