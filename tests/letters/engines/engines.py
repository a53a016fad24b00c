"""Runs the scripts of `geloot invite sql` in a real engine: python3 engines.py ENGINE REGISTER FOLDER SCRIPT...

REGISTER is loaded as the table "register", all cells as text. Each script is run in its order; what SCRIPT.sql writes goes to
the folder SCRIPT beside it. Ends with 3, and says what is missing, where the engine is not here."""

import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import sys


def missing(what):
    print(what)
    sys.exit(3)


def outputs(script):
    """The folder for what a script writes."""
    folder = script.with_suffix("")
    folder.mkdir()
    return folder


def duckdb(register, folder, scripts):
    try:
        import duckdb
    except ImportError:
        missing("no DuckDB for Python (pip install duckdb)")
    base = duckdb.connect(str(folder / "base.duckdb"))
    # By way of Parquet, which is how large registers are kept where these engines are.
    parquet = folder / "register.parquet"
    base.execute(
        f"copy (select * from read_csv('{register}', delim=';', header=true, all_varchar=true, quote='\"')) to '{parquet}'"
    )
    base.execute(f"create view register as select * from '{parquet}'")
    for script in scripts:
        os.chdir(outputs(script))
        base.execute(script.read_text())


def spark(register, folder, scripts):
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        missing("no Spark for Python (pip install pyspark)")
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        missing("no Java for Spark (apt install default-jre-headless)")
    builder = SparkSession.builder.master("local[2]").appName("geloot")
    settings = {
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.local.dir": str(folder / "local"),
        "spark.driver.extraJavaOptions": f"-Dderby.system.home={folder}",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    read = session.read.option("header", True).option("sep", ";").option("quote", '"').option("escape", '"')
    # By way of Parquet, which is how large registers are kept where these engines are.
    parquet = folder / "register.parquet"
    read.csv(str(register)).write.parquet(str(parquet))
    session.sql(f"create table register using parquet location '{parquet}'")
    for script in scripts:
        place = outputs(script)
        session.sql("set spark.sql.shuffle.partitions = 4")
        lines = [line for line in script.read_text().splitlines() if not line.startswith("--")]
        for statement in "\n".join(lines).split(";\n"):
            # The engine has a folder of its own; here each script has one.
            statement = statement.strip().rstrip(";").replace("local directory '", f"local directory '{place}/")
            if statement:
                session.sql(statement)
        for made in place.iterdir():
            parts = sorted(made.glob("part-*.csv"))
            assert len(parts) == 1, f"{made} has {len(parts)} parts"
    session.stop()


def postgresql(register, folder, scripts):
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    found += [initdb for initdb in [shutil.which("initdb")] if initdb]
    if not found:
        missing("no PostgreSQL (apt install postgresql)")
    programs = pathlib.Path(found[-1]).parent
    # The server refuses to run as root.
    user = next((name for name in ("postgres", "nobody") if os.geteuid() == 0 and is_user(name)), None)
    base = folder / "pg"
    base.mkdir()
    if user:
        for place in (folder, base):
            shutil.chown(place, user)
        for script in scripts:
            os.chmod(script, 0o644)

    def run(*command, **more):
        before = ["runuser", "-u", user, "--"] if user else []
        subprocess.run([*before, *map(str, command)], check=True, stdout=subprocess.DEVNULL, **more)

    # An order of texts that is not that of their bytes, so that nothing leans on it.
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--auth=trust"]
    try:
        run(programs / "initdb", *options, "--locale-provider=icu", "--icu-locale=nl", "-D", base / "data", stderr=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        shutil.rmtree(base / "data", ignore_errors=True)
        run(programs / "initdb", *options, "-D", base / "data")
    server = f"-k {base} -c listen_addresses= -c fsync=off"
    run(programs / "pg_ctl", "-D", base / "data", "-o", server, "-l", base / "log", "-w", "start")
    try:
        client = programs / "psql" if (programs / "psql").exists() else shutil.which("psql")
        if not client:
            missing("no client of PostgreSQL (apt install postgresql)")
        psql = [client, "-h", base, "-d", "postgres", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1"]
        with open(register, encoding="utf-8") as file:
            columns = ", ".join(f'"{name}" text' for name in file.readline().rstrip("\n").split(";"))
        load = folder / "load.sql"
        load.write_text(
            f"create table register ({columns});\n"
            f"\\copy register from '{register}' with (format csv, header true, delimiter ';')\n"
        )
        os.chmod(register, 0o644)
        os.chmod(load, 0o644)
        run(*psql, "--file", load)
        for script in scripts:
            place = outputs(script)
            if user:
                shutil.chown(place, user)
            run(*psql, "--file", script, cwd=place)
    finally:
        run(programs / "pg_ctl", "-D", base / "data", "-m", "immediate", "stop")


def is_user(name):
    try:
        return bool(pwd.getpwnam(name))
    except KeyError:
        return False


if __name__ == "__main__":
    engine, register, folder, *scripts = sys.argv[1:]
    run = {"duckdb": duckdb, "spark": spark, "postgresql": postgresql}[engine]
    run(pathlib.Path(register), pathlib.Path(folder), [pathlib.Path(script) for script in scripts])
