"""A stand-in for the host of the files: one repository, as much of its API as an editor asks."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from urllib.parse import urlsplit

API = "https://api.github.com"
BASE = "0" * 40
WHEN = "2026-01-15T00:00:00Z"
TEXT = re.compile(r'(\w+_\d+): object\(oid: "(\w+)"\)')
META = re.compile(r"(\w+_\d+):\s+ref\(qualifiedName")


def sha(text):
    return hashlib.sha1(text.encode()).hexdigest()


class Forge:
    """Answers a page's requests to the API, and keeps what was proposed; all else is refused."""

    def __init__(self, files):
        self.files = files  # the text of each file by its path
        self.blobs = {sha(text): text for text in files.values()}
        self.branches = {}
        self.pulls = []
        self.unknown = []

    def listen(self, page, own):
        """Lets a page ask the site and this; `other` holds every address beyond."""
        self.other = []
        page.route("**/*", lambda route: self._answer(route, own))

    def _answer(self, route, own):
        request = route.request
        if request.url.startswith((own, "data:", "blob:")):
            route.continue_()
            return
        if not request.url.startswith(API):
            self.other.append(request.url)
            route.abort()
            return
        path = urlsplit(request.url).path
        said = json.loads(request.post_data or "{}") if request.method != "GET" else {}
        status, answer = self._said(request.method, path, said)
        headers = {"access-control-allow-origin": "*", "access-control-allow-headers": "*",
                   "access-control-allow-methods": "*"}  # fmt: skip
        route.fulfill(status=status, headers=headers, json=answer)

    def _said(self, method, path, said):
        if path == "/graphql" and method == "POST":
            return 200, {"data": self._graph(said["query"], said["variables"])}
        if method == "POST" and path.endswith("/pulls"):
            return 201, self._pull(said)
        end = path.partition("/repos/o/r")[2] or path
        known = [answer for start, answer in self._fixed().items() if end.startswith(start)]
        if method != "OPTIONS" and not known and not path.endswith("/labels"):
            self.unknown.append(f"{method} {path}")
        return 200, known[0] if known else []

    def _fixed(self):
        user = {
            "id": 1,
            "login": "editor",
            "name": "Editor",
            "email": "",
            "avatar_url": "",
            "html_url": "",
        }
        rows = [(p, sha(t), len(t.encode())) for p, t in self.files.items()]
        tree = [{"type": "blob", "path": p, "sha": hash_, "size": size} for p, hash_, size in rows]
        return {"/user": user, "/collaborators/": {}, "/git/trees/": {"tree": tree}}

    def _pull(self, said):
        self.pulls.append(said)
        number = len(self.pulls)
        times = {"created_at": WHEN, "updated_at": WHEN}
        return {
            "number": number,
            "node_id": "PR",
            "title": said["title"],
            "html_url": "",
            "head": {"sha": BASE},
        } | times

    def _graph(self, query, variables):
        if "createCommitOnBranch" in query:
            return self._commit(variables["input"])
        if "createRef" in query:
            return {"createRef": {"ref": {"name": variables["input"]["name"]}}}
        repository = {
            "id": "R",
            "defaultBranchRef": {"name": "main"},
            "pullRequests": {"nodes": [], "totalCount": 0},
            "ref": {
                "target": {"oid": BASE, "history": {"nodes": [{"oid": BASE, "message": "one"}]}}
            },
        }
        author = {"name": "Editor", "email": "", "user": None}
        commit = {"author": author, "committedDate": WHEN}
        for alias, oid in TEXT.findall(query):
            repository[alias] = {"text": self.blobs[oid], "isTruncated": False}
        for alias in META.findall(query):
            repository[alias] = {"target": {"history": {"nodes": [commit]}}}
        return {"repository": repository, "fork": repository, "base": repository}

    def _commit(self, said):
        branch = self.branches.setdefault(said["branch"]["branchName"], {})
        added = said["fileChanges"]["additions"]
        for change in added:
            branch[change["path"]] = base64.b64decode(change["contents"]).decode()
        commit = {"oid": "1" * 40, "committedDate": WHEN}
        commit |= {f"file_{n}": {"oid": sha(branch[c["path"]])} for n, c in enumerate(added)}
        return {"createCommitOnBranch": {"commit": commit}}
