"""What stands between the network and the pages: which hosts, which methods, which policy.

- Only hosts that we know are answered, so that no page of another site can reach a server on this
  machine through a name of its own (DNS rebinding).
- Only reading: GET and HEAD; nothing here writes.
- The content policy allows this server's own style, script and pictures and nothing else, no line of it
  inline: markup in a report could not run even if it were not escaped.
"""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_READING = frozenset({"GET", "HEAD"})
_LONGEST_QUERY = 4000


class Guard:
    """Lets through what may be asked, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if _host(Headers(scope=scope).get("host", "")) not in self._hosts:
            return PlainTextResponse("This server does not answer to that name.\n", 421)
        if scope["method"] not in _READING:
            allow = {"allow": ", ".join(sorted(_READING))}
            return PlainTextResponse("Only reading is possible here.\n", 405, headers=allow)
        if len(scope.get("query_string", b"")) > _LONGEST_QUERY:
            return PlainTextResponse("That question is too long.\n", 414)
        return None


def _host(given: str) -> str:
    """Return the name in a Host header, without its port: "[::1]:8321" is "[::1]"."""
    name = given.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]
