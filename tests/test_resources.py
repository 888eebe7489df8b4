"""Model files are read as bytes and refused when they are not the ones that were measured."""

import gzip

import pytest

from helpers import resources
from helpers.training import scores


@pytest.fixture
def own_models(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "MODELS", tmp_path)
    return tmp_path


def test_every_file_of_the_manifest_is_intact_and_every_model_is_listed():
    listed = resources.checksums()
    for name in listed:
        assert resources.read_bytes(name)
    shipped = {
        path.name for path in resources.MODELS.iterdir() if path.suffix in (".gz", ".xz", ".bin")
    }
    assert shipped <= set(listed)


def test_written_files_are_read_back_and_the_same_content_gives_the_same_bytes(own_models):
    for name in ("list.txt.gz", "list.txt.xz", "list.txt"):
        first = resources.write_model(name, b"rain\nsnow\n")
        assert resources.read_bytes(name) == b"rain\nsnow\n"
        assert resources.write_model(name, b"rain\nsnow\n") == first
    assert resources.parse_lines(b"rain\nsnow\n") == ("rain", "snow")


def test_changed_files_are_refused(own_models):
    resources.write_model("list.txt.gz", b"rain\n")
    (own_models / "list.txt.gz").write_bytes(gzip.compress(b"snow\n", mtime=0))
    with pytest.raises(ValueError, match="differs from its SHA-256"):
        resources.read_bytes("list.txt.gz")


def test_unknown_files_are_refused(own_models):
    with pytest.raises(FileNotFoundError, match="nothing"):
        resources.read_bytes("nothing.gz")


def test_every_recorded_score_was_measured_with_the_models_shipped():
    for row in scores.read() if scores.PATH.exists() else []:
        assert not row["model"] or row["sha256"] == scores.fingerprint(row["model"]), (
            f"{row['analysis']} was measured with another model: run {row['command']}"
        )
