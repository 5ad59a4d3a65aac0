"""The API's description (OpenAPI 3.1), made from the list of routes and the types of their records."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from headwater.show.dossier_json import load_schema
from headwater.web.asking import Field
from headwater.web.page import Action, Page
from headwater.web.requests import FORM, JSON, TWIN, name_field
from headwater.web.routes import ACTIONS, PAGES

Description = dict[str, Any]
SHELF = "#/components/schemas/"
IN_PATH = re.compile(r"{(\w+)(?::\w+)?}")
FAILURE: Description = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "integer"}, "message": {"type": "string"}},
        }
    },
}
FAILURES = {
    "4XX": {
        "description": "Refused: the message says why.",
        "content": {JSON: {"schema": {"$ref": f"{SHELF}Failure"}}, "text/plain": {}, "text/html": {}},
    },
    "503": {"description": "The store cannot be used now.", "content": {JSON: {"schema": {"$ref": f"{SHELF}Failure"}}}},
}


def give_description(request: Request) -> Response:
    """The description, the same for everybody."""
    return Response(write_description(), media_type=JSON)


@lru_cache(maxsize=1)
def write_description() -> bytes:
    """As JSON, made once a process."""
    return json.dumps(describe(), ensure_ascii=False).encode("utf-8")


def describe() -> Description:
    """The whole description."""
    types = [*(page.record for page in PAGES), *(action.record for action in ACTIONS)]
    schemas, shelf = msgspec.json.schema_components(types, ref_template=f"{SHELF}{{name}}")
    paths: Description = {}
    for page, schema in zip(PAGES, schemas, strict=False):
        paths[write_path(page.path) + TWIN] = {"get": describe_page(page, schema)}
        paths[write_path(page.path)] = {"get": describe_page(page, None)}
    for action, schema in zip(ACTIONS, schemas[len(PAGES) :], strict=True):
        paths.setdefault(write_path(action.path) + TWIN, {})["post"] = describe_action(action, schema)
        paths.setdefault(write_path(action.path), {})["post"] = describe_action(action, None)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Headwater desk",
            "version": version("headwater"),
            "description": "Every page has a JSON twin.",
        },
        "paths": paths,
        "components": {
            "schemas": shelf | borrow_dossier() | {"Failure": FAILURE},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def borrow_dossier() -> Description:
    """The schema of a dossier under the names it has here."""
    text = json.dumps(load_schema()["$defs"]).replace("#/$defs/", SHELF)
    schemas: Description = json.loads(text)
    return schemas


def write_path(path: str) -> str:
    """A route's path as OpenAPI writes it."""
    return IN_PATH.sub(r"{\1}", path)


def describe_page(page: Page, schema: Description | None) -> Description:
    """A page (no schema) or its twin."""
    content = {JSON: {"schema": schema}} if schema else {"text/html": {"schema": {"type": "string"}}}
    return {
        "operationId": page.name if schema else f"{page.name}_page",
        "summary": page.about,
        "parameters": [*describe_names(page.path), *(describe_field(field) for field in page.asks)],
        "responses": {"200": {"description": "Found.", "content": content}, **FAILURES},
    }


def describe_action(action: Action, schema: Description | None) -> Description:
    """An action by JSON, or (no schema) by form."""
    made = {"200": {"description": "Made.", "content": {JSON: {"schema": schema}}}} if schema else {}
    sent = {"303": {"description": "Made; the page to go back to."}} if not schema else {}
    fields = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: field.schema | {"description": field.about} for field in action.asks},
        "required": [field.name for field in action.asks if field.needed],
    }
    return {
        "operationId": action.name if schema else f"{action.name}_form",
        "summary": action.about,
        "parameters": describe_names(action.path),
        "requestBody": {"content": {JSON if schema else FORM: {"schema": fields}}},
        "responses": {**made, **sent, **FAILURES},
    }


def describe_names(path: str) -> list[Description]:
    """What stands in braces."""
    names = map(name_field, IN_PATH.findall(path))
    return [{"name": field.name, "in": "path", "required": True, "schema": field.schema} for field in names]


def describe_field(field: Field) -> Description:
    """A query parameter."""
    return {
        "name": field.name,
        "in": "query",
        "required": field.needed,
        "description": field.about,
        "schema": field.schema,
    }
