"""What a browser has to complain about while a test uses a page."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError


class Watch:
    """Listens to every page of a context for what no page of a portal may do.

    That is: say something in the console (a violation of the page's policy among it), throw, ask
    another host for anything, or ask for what is not there.
    """

    def __init__(self, context: BrowserContext, origin: str, *, runs_scripts: bool = True) -> None:
        self.complaints: list[str] = []
        """In the order they came; each names the page."""
        self._origin = origin
        self._runs_scripts = runs_scripts
        context.on("console", self._note_message)
        context.on("weberror", self._note_error)
        context.on("request", self._note_request)
        context.on("response", self._note_response)
        context.on("requestfailed", self._note_failure)

    def forgive(self, text: str) -> None:
        """Takes back the complaints that hold `text`; there must be one."""
        left = [complaint for complaint in self.complaints if text not in complaint]
        assert len(left) < len(self.complaints), f"nothing complained of {text!r}"
        self.complaints = left

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            page = message.page.url if message.page else "a worker"
            self.complaints.append(f"{page}: the console says: {message.text}")

    def _note_error(self, error: WebError) -> None:
        # A transition to the next page that is cut short harms nobody; the browser tells all the same.
        if "Transition was" in str(error.error):
            return
        page = error.page.url if error.page else "a worker"
        self.complaints.append(f"{page}: a script threw: {error.error}")

    def _note_request(self, request: Request) -> None:
        if request.url.startswith(("data:", "blob:", "about:", "chrome-error:")):
            return
        if not request.url.startswith(self._origin + "/"):
            self.complaints.append(f"asks another host: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"answered with {response.status}: {response.url}")

    def _note_failure(self, request: Request) -> None:
        # What a page asked for as it was left is dropped; modules that it names are not loaded where scripts are off.
        is_unused_module = not self._runs_scripts and request.failure == "csp"
        if request.failure != "net::ERR_ABORTED" and not is_unused_module:
            self.complaints.append(f"failed with {request.failure}: {request.url}")
