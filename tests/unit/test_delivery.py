"""Static files over HTTP: compressed beforehand, asked for again only where they may have changed."""

import gzip
import re
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from tests.asgi import ask

from dashboard.web import chunks, delivery, static_files
from dashboard.web.chunks import ELEMENTS, chunks_needed, first_files
from dashboard.web.compression import ENCODINGS, compress, decompress, pick_encoding
from dashboard.web.delivery import Delivery
from dashboard.web.static_files import StaticFile, asset_href
from dashboard.web.twins import Twins

SCRIPT = b"const counts = [9, 68, 78];\n" * 100
CHUNK = "static/js/index.C1JORDN2.js"


@pytest.fixture
def write(tmp_path):
    """Makes a static file of the given content, by the end of its address."""

    def make(name: str, content: bytes = SCRIPT) -> StaticFile:
        path = tmp_path / "files" / name.replace("/", "-")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return StaticFile(path, name)

    return make


class Kept(Executor):
    """Keeps what is to be done until the test does it."""

    def __init__(self):
        self.work = []

    def submit(self, fn, /, *args, **_):
        self.work.append(partial(fn, *args))
        return Future()


class AtOnce(Executor):
    def submit(self, fn, /, *args, **_):
        fn(*args)
        return Future()


def finished(folder: Path) -> Twins:
    """Twins that are made while whoever asks for them waits."""
    return Twins(folder, AtOnce())


@pytest.fixture
def twins(tmp_path):
    return finished(tmp_path / "twins")


@pytest.fixture
def serve(monkeypatch):
    """An app behind a Delivery of the given files."""

    def start(twins: Twins, *files: StaticFile) -> Delivery:
        monkeypatch.setattr(delivery, "static_files", lambda: {file.name: file for file in files})
        page = Route("/{path:path}", lambda request: PlainTextResponse(f"page {request.url.path}"))
        return Delivery(Starlette(routes=[page]), twins)

    return start


@pytest.mark.parametrize(
    ("accepted", "ready", "picked"),
    [
        ("gzip, deflate, br, zstd", ENCODINGS, "br"),
        ("gzip, deflate", ENCODINGS, "gzip"),
        ("GZIP;Q=0.5", ENCODINGS, "gzip"),
        ("br;q=0.5, gzip;q=0.8", ENCODINGS, "gzip"),
        ("br;q=0, gzip", ENCODINGS, "gzip"),
        ("br", ["gzip"], "identity"),
        ("br, gzip", ["gzip"], "gzip"),
        ("br, gzip", [], "identity"),
        ("*", ENCODINGS, "br"),
        ("br;q=0, *;q=0.1", ENCODINGS, "gzip"),
        ("*;q=0", ENCODINGS, "identity"),
        ("identity", ENCODINGS, "identity"),
        ("identity, br;q=0.9", ENCODINGS, "identity"),
        ("identity;q=0.5, br", ENCODINGS, "br"),
        ("identity;q=0, gzip;q=0.1", ENCODINGS, "gzip"),
        ("identity;q=0", ENCODINGS, "identity"),  # refused, and yet better than an error
        ("br;q=much, gzip", ENCODINGS, "gzip"),  # what cannot be read is not said
        ("", ENCODINGS, "identity"),
    ],
)
def test_the_encoding_is_the_one_liked_best_of_those_that_are_ready(accepted, ready, picked):
    assert pick_encoding(accepted, ready) == picked


weight = st.none() | st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
liking = st.dictionaries(st.sampled_from([*ENCODINGS, "identity", "*", "zstd"]), weight)


@given(liking, st.sets(st.sampled_from(ENCODINGS)))
def test_nothing_is_picked_that_is_refused_or_not_ready(liked, ready):
    spelt = ", ".join(name if q is None else f"{name};q={q}" for name, q in liked.items())
    picked = pick_encoding(spelt, ready)
    if picked != "identity":
        assert picked in ready
        assert liked.get(picked, liked.get("*", 0)) != 0


@given(st.binary(max_size=2000), st.sampled_from([*ENCODINGS, "identity"]))
def test_a_compressed_body_unpacks_to_what_it_was(body, encoding):
    sent = compress(body, encoding)
    assert (sent if encoding == "identity" else decompress(sent, encoding)) == body


@pytest.mark.parametrize(
    ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)]
)
def test_a_script_comes_in_the_encoding_that_is_asked_for(write, twins, serve, encoding, unpack):
    app = serve(twins, write(CHUNK))
    answer = ask(app, f"/{CHUNK}", headers={"accept-encoding": encoding})
    assert unpack(answer.body) == SCRIPT
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_each_encoding_has_a_tag_of_its_own_and_every_content_too(write, twins, serve):
    app = serve(twins, write(CHUNK), write("static/js/other.C1JORDN2.js", SCRIPT + b"// more\n"))
    tags = {
        ask(app, f"/{name}", headers={"accept-encoding": encoding}).headers["etag"]
        for name in (CHUNK, "static/js/other.C1JORDN2.js")
        for encoding in (*ENCODINGS, "identity")
    }
    assert len(tags) == 6
    assert all(re.fullmatch(r'"[\w-]+"', tag) for tag in tags)


@pytest.mark.parametrize("spelt", ["{tag}", "W/{tag}", '"other", {tag}', "*"])
def test_what_the_browser_has_is_not_sent_again(write, twins, serve, spelt):
    app, accepts = serve(twins, write(CHUNK)), {"accept-encoding": "br"}
    first = ask(app, f"/{CHUNK}", headers=accepts)
    again = ask(
        app, f"/{CHUNK}", headers=accepts | {"if-none-match": spelt.format(tag=first.headers["etag"])}
    )
    assert (again.status, again.body) == (304, b"")
    for name in ("etag", "vary", "cache-control"):
        assert again.headers[name] == first.headers[name]


def test_the_tag_of_another_encoding_is_not_what_the_browser_has(write, twins, serve):
    app = serve(twins, write(CHUNK))
    other = ask(app, f"/{CHUNK}", headers={"accept-encoding": "gzip"}).headers["etag"]
    assert ask(app, f"/{CHUNK}", headers={"accept-encoding": "br", "if-none-match": other}).status == 200


def test_a_proxy_that_compresses_leaves_what_is_compressed_and_takes_what_is_not(write, twins, serve):
    proxy = GZipMiddleware(serve(twins, write(CHUNK)))
    answer = ask(proxy, f"/{CHUNK}", headers={"accept-encoding": "br, gzip"})
    assert (answer.headers["content-encoding"], brotli.decompress(answer.body)) == ("br", SCRIPT)

    proxy = GZipMiddleware(serve(Twins(Path(), Kept()), write(CHUNK)))
    answer = ask(proxy, f"/{CHUNK}", headers={"accept-encoding": "br, gzip"})
    assert (answer.headers["content-encoding"], gzip.decompress(answer.body)) == ("gzip", SCRIPT)


@pytest.mark.parametrize("encoding", [*ENCODINGS, "identity"])
def test_head_tells_what_get_would_without_the_body(write, twins, serve, encoding):
    app, accepts = serve(twins, write(CHUNK)), {"accept-encoding": encoding}
    head, get = (ask(app, f"/{CHUNK}", method, accepts) for method in ("HEAD", "GET"))
    assert head.body == b""
    assert head.headers == get.headers


def test_parts_of_streamlits_files_are_left_to_streamlit_and_ours_come_whole(write, twins, serve):
    own = "assets/plotly.min-0123456789ab.js"
    app, part = serve(twins, write(CHUNK), write(own)), {"accept-encoding": "br", "range": "bytes=6-11"}
    assert ask(app, f"/{CHUNK}", headers=part).text == f"page /{CHUNK}"
    assert ask(app, f"/{own}", headers=part).status == 200


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (CHUNK, "public, max-age=31536000, immutable"),
        ("assets/plotly.min-0123456789ab.js", "public, max-age=31536000, immutable"),
        ("static/manifest.json", "no-cache"),
        ("static/js/main.js", "no-cache"),
    ],
)
def test_a_file_is_kept_for_good_where_other_content_has_another_name(write, twins, serve, name, kept):
    assert ask(serve(twins, write(name)), f"/{name}").headers["cache-control"] == kept


def test_a_font_goes_out_as_it_is_and_is_never_compressed(write, twins, serve):
    name = "assets/sans-0123456789ab.woff2"
    answer = ask(serve(twins, write(name, b"\0" * 999)), f"/{name}", headers={"accept-encoding": "br"})
    assert answer.body == b"\0" * 999
    assert answer.headers["content-type"] == "font/woff2"
    assert not {"content-encoding", "vary"} & set(answer.headers)


def test_a_file_that_compression_makes_no_smaller_goes_out_as_it_is(write, twins, serve):
    answer = ask(serve(twins, write(CHUNK, b"1")), f"/{CHUNK}", headers={"accept-encoding": "br, gzip"})
    assert answer.body == b"1"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/stad/vision/", "/static/app/", "/assets/"])
def test_below_another_path_the_files_are_found_too(write, twins, serve, path):
    assert ask(serve(twins, write(CHUNK)), path + CHUNK).body == SCRIPT


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/malomraden"),
        ("GET", "/static/media/SourceSans.BsWL4Kly.woff2"),
        ("GET", f"/{CHUNK}/more"),
        ("GET", "/static/js/../../pyproject.toml"),
        ("POST", f"/{CHUNK}"),
    ],
)
def test_everything_else_is_the_apps(write, twins, serve, method, path):
    answer = ask(serve(twins, write(CHUNK)), path, method)
    assert answer.text == f"page {path}" if method == "GET" else answer.status == 405


def test_an_asset_of_a_former_version_is_not_taken_for_a_page(write, twins, serve):
    answer = ask(serve(twins, write(CHUNK)), "/assets/plotly.min-000000000000.js")
    assert (answer.status, answer.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_until_its_twins_are_made_a_file_goes_out_as_it_is(write, tmp_path, serve):
    later = Kept()
    app = serve(Twins(tmp_path / "twins", later), write(CHUNK))
    for _ in range(2):
        assert ask(app, f"/{CHUNK}", headers={"accept-encoding": "br, gzip"}).body == SCRIPT
    for make, encoding in zip(later.work, ["gzip", "br"], strict=True):  # the quick one first, each once
        make()
        answer = ask(app, f"/{CHUNK}", headers={"accept-encoding": "br, gzip"})
        assert answer.headers["content-encoding"] == encoding


def test_twins_are_made_in_the_background(write, tmp_path):
    file = write(CHUNK)
    with ThreadPoolExecutor(1) as pool:  # which waits, at its end, for what is under way
        twins = Twins(tmp_path / "twins", pool)
        twins.start([file], [file])
    made = {encoding: decompress(twin, encoding) for encoding, twin in twins.of(file).items()}
    assert made == {"gzip": SCRIPT, "br": SCRIPT}


def test_twins_that_are_not_begun_when_the_server_ends_are_left(write, tmp_path):
    gate = Event()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(gate.wait, 20)
        twins, file = Twins(tmp_path / "twins", pool), write(CHUNK)
        twins.start([file], [file])
        twins.close()
        gate.set()
    assert not twins.of(file)


def test_twins_are_made_once_for_all_starts(write, tmp_path, monkeypatch):
    file, folder = write(CHUNK), tmp_path / "twins"
    first = finished(folder).of(file)
    monkeypatch.setattr("dashboard.web.twins.compress", None)
    assert finished(folder).of(file) == first


@pytest.mark.parametrize(
    "broken", [b"", b"cut off", gzip.compress(b"other", mtime=0), brotli.compress(b"other")]
)
def test_a_broken_twin_is_made_anew(write, tmp_path, broken):
    file, folder = write(CHUNK), tmp_path / "twins"
    first = dict(finished(folder).of(file))
    for path in folder.iterdir():
        path.write_bytes(broken)
    assert finished(folder).of(file) == first
    assert {path.read_bytes() for path in folder.iterdir()} == set(first.values())


def test_a_new_version_makes_new_twins_and_removes_the_old(write, tmp_path):
    folder = tmp_path / "twins"
    old = write(CHUNK)
    finished(folder).start([old], [old])
    names = {path.name for path in folder.iterdir()}
    (folder / "0123.4711").write_text("what a process wrote that was ended")
    new = write("static/js/index.DormvYxC.js", SCRIPT + b"// more\n")
    finished(folder).start([new], [new])
    assert len(names) == 2
    assert {path.name for path in folder.iterdir()} == {f"{new.digest}.{encoding}" for encoding in ENCODINGS}


def test_where_nothing_can_be_kept_twins_are_served_all_the_same(write, tmp_path, caplog):
    (tmp_path / "twins").write_text("not a folder")
    twins = finished(tmp_path / "twins").of(write(CHUNK))
    assert set(twins) == set(ENCODINGS)
    assert "could not be kept" in caplog.text


@pytest.fixture
def assets(tmp_path, monkeypatch):
    """A folder of assets of our own; what has been read of it is forgotten."""
    monkeypatch.setattr(static_files, "ASSETS", tmp_path)

    def forget():
        static_files._own.cache_clear()
        static_files.static_files.cache_clear()

    forget()
    yield tmp_path, forget
    monkeypatch.undo()
    forget()


def test_an_assets_address_changes_with_its_content(assets):
    folder, forget = assets
    seen = []
    for content in (b"1;", b"2;"):
        (folder / "plotly.min.js").write_bytes(content)
        forget()
        seen.append(asset_href("plotly.min.js"))
        file = static_files.static_files()[seen[-1].removeprefix("./")]
        assert file.path.read_bytes() == content
        assert file.lasts
    assert all(re.fullmatch(r"\./assets/plotly\.min-[0-9a-f]{12}\.js", href) for href in seen)
    assert len(set(seen)) == 2


def test_there_is_no_address_of_an_asset_that_is_not_there(assets):
    with pytest.raises(KeyError):
        asset_href("none-such.js")


def test_what_streamlits_document_names_is_delivered_first():
    named = re.findall(
        r"static/(?:js|css)/[^\"]+", (static_files.STREAMLIT / "index.html").read_text("utf-8")
    )
    assert [file.name for file in first_files()[: len(named)]] == named
    assert all(file.lasts and file.path.is_file() for file in first_files())


def test_streamlit_calls_the_pieces_of_its_script_what_we_think_it_does():
    """A new version of Streamlit may rename them: then mend `ELEMENTS`, or how the names are found."""
    assert set(ELEMENTS) <= set(chunks._lazy_chunks())


def test_the_chunks_of_an_element_are_its_own_and_those_that_it_imports():
    found = chunks_needed(["BidiComponent"])
    assert re.fullmatch(r"\./static/js/BidiComponent\.[\w-]+\.js", found[0])
    script = (static_files.STREAMLIT / found[0]).read_text("utf-8")
    imported = set(re.findall(r"from\s*[\"'`]\./([\w.-]+\.js)", script))
    preloaded = (static_files.STREAMLIT / "index.html").read_text("utf-8")
    assert {name for name in imported if name not in preloaded} <= {href.rpartition("/")[2] for href in found}


def test_chunks_are_there_and_named_once_and_none_of_them_is_large():
    found = chunks_needed()
    assert len(found) == len(set(found)) > len(ELEMENTS)
    assert max((static_files.STREAMLIT / href).stat().st_size for href in found) < 150_000
    assert not [href for href in found if "Plotly" in href or "DataFrame" in href]


def test_an_element_that_streamlit_does_not_know_is_left_out():
    assert chunks_needed(["NoneSuch"]) == []
