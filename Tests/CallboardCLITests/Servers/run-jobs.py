#!/usr/bin/env python3
"""Runs the jobs of a workflow of GitHub Actions or a pipeline of GitLab CI on this machine, as far as guides need it.

    run-jobs.py github|gitlab FILE ROOT CALLBOARD

ROOT holds `portal`, the git repository that the jobs check out, and gets
    work/JOB        the folder that each job ran in
    cache, artifacts  what the forge keeps
    published       the pages that were deployed
    log             each command as it ran, with its output
CALLBOARD is the program. Commands run as written, by bash, with stand-ins for what installs: `apt-get` and `install` do
nothing, and `make` leaves a file where the program would be. A part of the language that is not known here is an error, so that
nothing is passed over.
"""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys

import yaml

KIND, FILE, ROOT, CALLBOARD = sys.argv[1], sys.argv[2], os.path.abspath(sys.argv[3]), sys.argv[4]
LOG = open(f"{ROOT}/log", "a")


def fail(message):
    sys.exit(f"run-jobs: {message}")


def known(what, given, names):
    unknown = set(given) - set(names)
    if unknown:
        fail(f"{what} has {sorted(unknown)}, which is not known here")


def programs():
    """The stand-ins; a pipe or a list of commands finds the program, too."""
    folder = f"{ROOT}/bin"
    os.makedirs(folder, exist_ok=True)
    scripts = {
        "apt-get": "exit 0",
        "install": "test -e \"$1\"",
        "make": 'test "$1 $3" = "-C build" && mkdir -p "$2/.build/release" && echo >"$2/.build/release/callboard"',
    }
    for name, script in scripts.items():
        with open(f"{folder}/{name}", "w") as file:
            file.write(f"#!/bin/sh\n{script}\n")
        os.chmod(f"{folder}/{name}", 0o755)
    os.symlink(CALLBOARD, f"{folder}/callboard")
    return folder


BIN = programs()


def run(script, folder, environment):
    """Whether all commands succeed, as both forges have it: the first that fails ends the script."""
    LOG.write(f"--- {os.path.relpath(folder, ROOT)}\n{script}\n")
    LOG.flush()
    outcome = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, stdout=LOG, stderr=LOG,
        env=os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}"} | environment)
    return outcome.returncode == 0


def copy(source, target):
    shutil.copytree(source, target, dirs_exist_ok=True, symlinks=True) if os.path.isdir(source) else (
        os.makedirs(os.path.dirname(target), exist_ok=True), shutil.copy2(source, target))


def clone(folder, depth):
    arguments = ["--depth", str(depth)] if depth else []
    subprocess.run(["git", "clone", "--quiet", *arguments, f"file://{ROOT}/portal", folder], check=True)


class GitHub:
    def __init__(self, workflow):
        self.jobs = workflow["jobs"]
        # YAML 1.1 reads `on` as true.
        known("the workflow", workflow, ["name", True, "permissions", "concurrency", "jobs"])

    def value(self, text, matrix, total):
        values = {"github.run_id": "1", "strategy.job-total": str(total)}
        values |= {f"matrix.{key}": str(value) for key, value in matrix.items()}

        def replace(match):
            name = match.group(1).strip()
            if name.startswith("secrets."):
                return "secret"
            if name.startswith("hashFiles("):
                return "hash"
            return values[name] if name in values else fail(f"'{name}' is not known here")

        return re.sub(r"\$\{\{(.*?)\}\}", replace, str(text))

    def run(self):
        done = set()
        while len(done) < len(self.jobs):
            ready = [name for name, job in self.jobs.items()
                     if name not in done and done.issuperset(self.needs(job))]
            if not ready:
                fail("jobs wait for each other")
            for name in ready:
                self.run_job(name, self.jobs[name])
                done.add(name)

    @staticmethod
    def needs(job):
        needs = job.get("needs", [])
        return [needs] if isinstance(needs, str) else needs

    def run_job(self, name, job):
        known(name, job, ["needs", "if", "runs-on", "container", "strategy", "permissions", "environment", "steps"])
        keys = job.get("strategy", {}).get("matrix", {})
        if len(keys) > 1:
            fail("a matrix of several dimensions is not known here")
        rows = [{key: value} for key, values in keys.items() for value in values] or [{}]
        for row in rows:
            folder = f"{ROOT}/work/{'-'.join([name, *map(str, row.values())])}"
            os.makedirs(folder)
            after = []
            for step in job["steps"]:
                known(f"a step of {name}", step, ["name", "id", "uses", "with", "run", "env", "if", "working-directory"])
                value = lambda text: self.value(text, row, len(rows))
                if "run" in step:
                    environment = {key: value(text) for key, text in step.get("env", {}).items()}
                    where = os.path.join(folder, step.get("working-directory", ""))
                    if not run(value(step["run"]), where, environment):
                        fail(f"'{step.get('name')}' of {name} failed")
                else:
                    options = {key: value(text) for key, text in step.get("with", {}).items()}
                    self.use(step["uses"], folder, options, after)
            for action in after:
                action()

    def use(self, action, folder, options, after):
        action = action.split("@")[0]
        place = os.path.join(folder, options.get("path", "").strip())
        if action == "actions/checkout":
            if "repository" in options:
                os.makedirs(place)
            else:
                clone(place, 0 if options.get("fetch-depth") == "0" else 1)
        elif action in ("actions/cache", "actions/cache/restore"):
            kept = f"{ROOT}/cache/{options['path'].replace('/', '-')}"
            if os.path.isdir(kept):
                copy(kept, place)
            if action == "actions/cache":
                after.append(lambda: copy(place, kept) if os.path.isdir(place) else None)
        elif action == "actions/upload-artifact":
            self.upload(options["name"], place, options)
        elif action == "actions/download-artifact":
            known(action, options, ["name", "pattern", "merge-multiple", "path"])
            names = [options["name"]] if "name" in options else fnmatch.filter(
                os.listdir(f"{ROOT}/artifacts"), options["pattern"])
            if "pattern" in options and options.get("merge-multiple") != "True":
                fail("each artifact would get a folder of its own")
            for name in names:
                copy(f"{ROOT}/artifacts/{name}", place)
        elif action == "actions/upload-pages-artifact":
            self.upload("github-pages", place, {})
        elif action == "actions/deploy-pages":
            copy(f"{ROOT}/artifacts/github-pages", f"{ROOT}/published")
        elif action == "github/codeql-action/upload-sarif":
            with open(f"{folder}/{options['sarif_file']}") as file:
                if json.load(file)["version"] != "2.1.0":
                    fail("the report is no SARIF 2.1.0")
        else:
            fail(f"'{action}' is not known here")

    @staticmethod
    def upload(name, place, options):
        target = f"{ROOT}/artifacts/{name}"
        if os.path.exists(target):
            fail(f"there is an artifact '{name}' already")
        if not os.path.isdir(place):
            fail(f"'{place}' is no folder to upload")
        if not any(files for _, _, files in os.walk(place)) and options.get("if-no-files-found") != "ignore":
            fail(f"'{name}' would be empty")
        # Hidden files are left out, and so are the rights of files; those of pages are kept.
        hidden = None if name == "github-pages" else shutil.ignore_patterns(".*")
        shutil.copytree(place, target, ignore=hidden, copy_function=shutil.copy)
        for path, folders, files in os.walk(target):
            for file in files:
                os.chmod(os.path.join(path, file), 0o644)


class GitLab:
    def __init__(self, pipeline):
        self.globals = {key: pipeline.pop(key) for key in ["stages", "variables", "default", "workflow"] if key in pipeline}
        self.templates = {key: pipeline.pop(key) for key in list(pipeline) if key.startswith(".")}
        self.jobs = pipeline

    def run(self):
        for stage in self.globals.get("stages", ["test"]):
            for name, job in self.jobs.items():
                job = self.templates.get(job.get("extends"), {}) | job
                if job.get("stage", "test") == stage:
                    self.run_job(name, job)

    def run_job(self, name, job):
        known(name, job, ["extends", "stage", "image", "variables", "parallel", "allow_failure", "cache", "before_script",
                          "script", "pages", "artifacts", "rules"])
        count = job.get("parallel", 1)
        for index in range(1, count + 1):
            variables = self.globals.get("variables", {}) | job.get("variables", {})
            variables = {key: str(value) for key, value in variables.items()}
            variables |= {"CI_NODE_INDEX": str(index), "CI_NODE_TOTAL": str(count), "CI_PROJECT_NAME": "portal"}
            variables["CALLBOARD_SOURCE"] = f"file://{ROOT}/portal"
            folder = f"{ROOT}/work/{name}-{index}"
            clone(folder, 0 if variables.get("GIT_DEPTH") == "0" else 20)
            for artifact in sorted(os.listdir(f"{ROOT}/artifacts")):
                copy(f"{ROOT}/artifacts/{artifact}", folder)
            cache = job.get("cache", {})
            kept = f"{ROOT}/cache/{cache.get('key')}"
            if cache and os.path.isdir(kept):
                copy(kept, folder)
            # Files are unpacked with rights for all.
            subprocess.run(["chmod", "-R", "a+rwX", folder], check=True)
            script = "\n".join(job.get("before_script", []) + job["script"])
            if not run(script, folder, variables):
                fail(f"{name} failed")
            for path in cache.get("paths", []):
                if cache.get("policy") != "pull" and os.path.exists(f"{folder}/{path}"):
                    copy(f"{folder}/{path}", f"{kept}/{path}")
            self.keep(f"{name}-{index}", folder, job)

    @staticmethod
    def keep(name, folder, job):
        artifacts = job.get("artifacts", {})
        known("artifacts", artifacts, ["expire_in", "paths", "reports", "when"])
        for path in artifacts.get("paths", []):
            if not os.path.exists(f"{folder}/{path}"):
                fail(f"{name} made no '{path}'")
            copy(f"{folder}/{path}", f"{ROOT}/artifacts/{name}/{path}")
        for report in artifacts.get("reports", {}).values():
            if os.path.getsize(f"{folder}/{report}") == 0:
                fail(f"{name} made no '{report}'")
        if job.get("pages"):
            copy(f"{folder}/public", f"{ROOT}/published")


with open(FILE) as file:
    description = yaml.safe_load(file)
os.makedirs(f"{ROOT}/artifacts")
{"github": GitHub, "gitlab": GitLab}[KIND](description).run()
