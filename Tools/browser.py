"""Drives a Chromium without a window through its own pipe (DevTools protocol), with nothing but Python.

    with Browser() as browser:
        page = browser.open("/path/map.html", hash="#type=Battles")
        page.evaluate("document.title")
"""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.parse

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find():
    """The path of a browser, None when there is none."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    def __init__(self, size=(1200, 800)):
        self.folder = tempfile.mkdtemp()
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()

        def take():
            # The browser reads from 3 and writes to 4.
            spare_in, spare_out = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(spare_in, 3)
            os.dup2(spare_out, 4)

        self.process = subprocess.Popen(
            [find(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--force-color-profile=srgb", "--remote-debugging-pipe", f"--user-data-dir={self.folder}",
             f"--window-size={size[0]},{size[1]}", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=take, close_fds=False)
        os.close(theirs_in)
        os.close(theirs_out)
        self.reader = os.fdopen(ours_in, "rb", buffering=0)
        self.writer = os.fdopen(ours_out, "wb", buffering=0)
        self.rest = b""
        self.number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.rest:
            piece = self.reader.read(1 << 16)
            if not piece:
                raise EOFError("the browser ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """Sends a command and returns its result; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[self.writer.write(data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path, hash=""):
        return Page(self, "file://" + urllib.parse.quote(os.path.abspath(path)) + hash)


class Page:
    """One page in a tab of its own; `complaints` and `requests` hold what it did since it was opened."""

    def __init__(self, browser, address):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(domain + ".enable")
        self.began = time.perf_counter()
        self.call("Page.navigate", url=address)
        if not self.wait("document.documentElement && document.documentElement.dataset.ready === 'true'"):
            raise RuntimeError(f"{address} is not ready after a minute: {self.complaints}")

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait(self, expression, seconds=60):
        """Waits until something is true; returns whether it became so."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.evaluate(f"Boolean({expression})"):
                return True
            time.sleep(0.02)
        return False

    def press(self, key, code=None, text=None):
        for kind in ["keyDown", "keyUp"]:
            parameters = {"type": kind, "key": key, "code": code or key}
            number = {"Enter": 13, "Escape": 27, "Tab": 9, " ": 32, "ArrowRight": 39}.get(key)
            if number:
                parameters["windowsVirtualKeyCode"] = number
            if text and kind == "keyDown":
                parameters["text"] = text
            self.call("Input.dispatchKeyEvent", **parameters)

    def of_kind(self, *methods):
        return [event["params"] for event in self.browser.events
                if event.get("sessionId") == self.session and event.get("method") in methods]

    @property
    def complaints(self):
        """What the console says, errors, and refusals of the policy."""
        self.evaluate("1")
        texts = [p["exceptionDetails"].get("exception", {}).get("description", "error")
                 for p in self.of_kind("Runtime.exceptionThrown")]
        texts += [" ".join(str(a.get("value", a.get("description"))) for a in p["args"])
                  for p in self.of_kind("Runtime.consoleAPICalled")]
        return texts + [p["entry"]["text"] for p in self.of_kind("Log.entryAdded")]

    @property
    def requests(self):
        """The addresses that were asked for, the page's own left out."""
        own = self.evaluate("location.href.split('#')[0]")
        found = [p["request"]["url"] for p in self.of_kind("Network.requestWillBeSent")]
        return [url for url in found if url.split("#")[0] != own and not url.startswith("data:")]

    def picture(self, path):
        """Writes what is seen as a PNG file."""
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
