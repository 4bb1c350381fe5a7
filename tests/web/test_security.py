"""What a hostile report, address or site could try, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.web.reading import Page

HOSTILE = "/nl/report?id=" + quote("x\" onclick='1'/<b>", safe="")


def test_markup_in_a_report_stays_text(client: TestClient) -> None:
    page = Page(client.get(HOSTILE).text)
    assert page.complaints() == []
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not page.all("i")
    assert "</style></script><script>alert(1)</script> Zondag" in page.text
    assert "<img src=x onerror=alert(2)> &amp; klaar." in page.text
    assert "Het <i>Blad</i>" in page.text


def test_only_web_addresses_become_links(client: TestClient) -> None:
    page = Page(client.get(HOSTILE).text)
    assert "javascript:alert(3)" in page.text
    assert not [href for href in page.values("href") if href.lower().startswith("javascript:")]
    away = [h for h in Page(client.get("/nl/report?id=polder-1").text).values("href") if "//" in h]
    assert away == ["https://polderbode.invalid/1"]


def test_characters_that_no_page_can_hold_are_shown_as_unreadable(client: TestClient) -> None:
    assert "Zondag\ufffd was er \ufffd " in Page(client.get(HOSTILE).text).text


@pytest.mark.parametrize("path", ["/nl/", "/static/app.js", "/nl/nergens", "/nl/?type=X", "/"])
def test_every_answer_carries_a_policy_that_allows_nothing_inline_and_nothing_foreign(
    client: TestClient, path: str
) -> None:
    headers = client.get(path, follow_redirects=False).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "what", ['"><script>alert(1)</script>', "' onmouseover=alert(1) x='", "{{7*7}}"]
)
@pytest.mark.parametrize("where", ["about", "outlet", "actor", "from", "id", "onbekend"])
def test_what_stands_in_the_address_is_never_code(
    client: TestClient, where: str, what: str
) -> None:
    for path in ("/nl/", "/nl/report", "/nl/reports"):
        answer = client.get(path, params={where: what})
        assert answer.status_code in (200, 400, 404)
        page = Page(answer.text)
        assert page.complaints() == []
        assert len(page.all("script")) == 1
        assert "49" not in page.text or what != "{{7*7}}"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2fetc%2fpasswd",
        "/static/..%5capp.py",
        "/nl/event/..%2f..%2f..%2fetc%2fpasswd",
        "/nl/report?id=../../../../etc/passwd",
    ],
)
def test_no_path_leads_out_of_what_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "def create_app" not in answer.text


@pytest.mark.parametrize(
    "path", ["//elders.invalid/", "/nl//elders.invalid", "/%2f%2felders.invalid/"]
)
def test_no_address_sends_a_reader_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(f"http://localhost{path}", follow_redirects=False)
    place = answer.headers.get("location", "")
    assert not place or place.startswith(("/nl", "/en", "http://localhost/"))


@pytest.mark.parametrize("host", ["elders.invalid", "localhost.elders.invalid", "127.0.0.1.x", ""])
def test_a_foreign_host_name_is_not_answered(client: TestClient, host: str) -> None:
    answer = client.get("/nl/", headers={"host": host})
    assert answer.status_code == 421
    assert "Wederhoor" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8321", "127.0.0.1:9000", "[::1]:8321"])
def test_this_machine_s_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/nl/reports", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    for path in ("/nl/", "/nl/event/eva", "/static/style.css", "/api/openapi.json"):
        assert client.request(method, path).status_code == 405


def test_an_endless_question_is_refused(client: TestClient) -> None:
    assert client.get("/nl/?about=" + "a" * 5000).status_code == 414
    assert client.get("/nl/?about=" + "a" * 500).status_code == 400


def test_the_pages_name_no_file_of_this_machine(client: TestClient) -> None:
    here = str(Path(__file__).resolve().parents[2])
    for path in ("/nl/", "/nl/event/niets", "/nl/?as_of=x"):
        assert here not in client.get(path).text
