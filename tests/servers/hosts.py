"""Real web servers of Debian over a built site, each with the snippet that the site brings: on a free port of 127.0.0.1, under a path.

usage: python3 -B tests/servers/hosts.py nginx|apache SITE     serves until standard input ends; prints the address
"""
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PREFIX = "/kunskap/vav/"

NGINX = """daemon off;
{user}
pid {folder}/nginx.pid;
worker_processes 1;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/www;
    include {folder}/www{prefix}server/nginx.conf;
    include {folder}/www{prefix}server/nginx-redirects.conf;
  }}
}}
"""

APACHE = """ServerRoot {folder}
ServerName localhost
PidFile {folder}/apache.pid
Listen 127.0.0.1:{port}
ErrorLog {folder}/error.log
{modules}
TypesConfig /dev/null
<Directory />
  Require all granted
</Directory>
DocumentRoot {folder}/www
Include {folder}/www{prefix}server/apache.conf
Include {folder}/www{prefix}server/apache-redirects.conf
"""
APACHE_MODULES = ["mpm_event", "authz_core", "mime", "dir", "alias", "headers", "filter", "deflate", "negotiation"]


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _command(kind, folder, port):
    values = {"folder": folder, "port": port, "prefix": PREFIX}
    config = Path(folder, "server.conf")
    if kind == "nginx":
        config.write_text(NGINX.format(user="user root root;" if os.getuid() == 0 else "", **values), encoding="utf-8")
        return ["nginx", "-e", f"{folder}/error.log", "-p", str(folder), "-c", str(config)]
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in APACHE_MODULES)
    config.write_text(APACHE.format(modules=modules, **values), encoding="utf-8")
    return ["apache2", "-f", str(config), "-DFOREGROUND"]


@contextlib.contextmanager
def serving(kind, site):
    """The address of the site's start page, as long as the server runs."""
    folder = tempfile.mkdtemp(prefix="vav-host-")
    os.chmod(folder, 0o755)
    try:
        shutil.copytree(site, f"{folder}/www{PREFIX}")
        port = _free_port()
        command = _command(kind, folder, port)
        check = subprocess.run(command[:-1] + ["-t"] if kind == "apache" else command + ["-t"], capture_output=True, text=True, check=False)
        if check.returncode != 0:
            raise RuntimeError(f"{kind} does not take its configuration: {check.stderr}")
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                for _ in range(100):
                    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                        break
                    time.sleep(0.1)
                yield f"http://127.0.0.1:{port}{PREFIX}"
            finally:
                server.terminate()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    with serving(sys.argv[1], sys.argv[2]) as address:
        print(address, flush=True)
        sys.stdin.read()
