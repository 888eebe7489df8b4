"""Who speaks how much, where, and how the article reports it."""

from __future__ import annotations

import re

import pandas as pd

from helpers import schema
from helpers.wordlists import reporting_verbs

_WORD = re.compile(r"[^\W_]+(?:[.'’&/\-][^\W_]+)*")


def count_words(text: str) -> int:
    """Return the number of words (runs of letters and digits)."""
    return len(_WORD.findall(text))


def _innermost(quotations: pd.DataFrame) -> list[tuple[int, int, int]]:
    """Return (row, start, end) pieces so that every character belongs to its inner quotation."""
    pieces = []
    spans = list(zip(quotations["start"].tolist(), quotations["end"].tolist(), strict=True))
    order = sorted(range(len(spans)), key=lambda row: (spans[row][0], -spans[row][1], row))
    stack: list[list[int]] = []

    def close(until: int | None) -> None:
        """Give what is left of the quotations that end before ``until`` to themselves."""
        while stack and (until is None or spans[stack[-1][0]][1] <= until):
            row, at = stack.pop()
            end = spans[row][1]
            if at < end:
                pieces.append((row, at, end))
            if stack:
                stack[-1][1] = max(stack[-1][1], end)

    for row in order:
        start = spans[row][0]
        close(start)
        if stack and stack[-1][1] < start:
            pieces.append((stack[-1][0], stack[-1][1], start))
            stack[-1][1] = start
        stack.append([row, start])
    close(None)
    return pieces


def _words_by_row(quotations: pd.DataFrame) -> list[int]:
    words = [0] * len(quotations)
    texts, starts = quotations["text"].tolist(), quotations["start"].tolist()
    for row, start, end in _innermost(quotations):
        words[row] += count_words(texts[row][start - starts[row] : end - starts[row]])
    return words


def summarize_speakers(quotations: pd.DataFrame) -> pd.DataFrame:
    """Return one row a speaker, those with most words first.

    Columns: ``speaker, speaker_type, mentions`` (different mentions beside cues), ``quotations``,
    ``words`` (words quoted or reported; of a quotation inside another one they count for the inner
    speaker only), ``share_of_quoted_words`` (of all words with a known speaker, 0 to 1),
    ``first_start``, ``last_end`` (code points) and ``longest_run`` (most words in one quotation).
    Quotations without a speaker are left out.
    """
    table = quotations.assign(words=_words_by_row(quotations))
    table = table[table["speaker"].notna()]
    total = int(table["words"].sum())
    rows = []
    for speaker, part in table.groupby("speaker", sort=True):
        words = int(part["words"].sum())
        rows.append(
            {
                "speaker": speaker,
                "speaker_type": part["speaker_type"].mode().iat[0],
                "mentions": int(part["mention_start"].nunique()),
                "quotations": int(part["quotation"].nunique()),
                "words": words,
                "share_of_quoted_words": round(words / total, 4) if total else 0.0,
                "first_start": int(part["start"].min()),
                "last_end": int(part["end"].max()),
                "longest_run": int(part.groupby("quotation")["words"].sum().max()),
            }
        )
    rows.sort(key=lambda row: (-row["words"], row["speaker"]))
    return schema.build(rows, schema.SPEAKERS)


def summarize_types(quotations: pd.DataFrame) -> pd.DataFrame:
    """Return quotations, words and share of quoted words by type of speaker, most words first."""
    table = quotations.assign(words=_words_by_row(quotations))
    table["speaker_type"] = table["speaker_type"].fillna("not named")
    rows = [
        {
            "speaker_type": kind,
            "quotations": int(part["quotation"].nunique()),
            "words": int(part["words"].sum()),
            "share_of_quoted_words": round(float(part["words"].sum() / table["words"].sum()), 4),
        }
        for kind, part in table.groupby("speaker_type", sort=True)
    ]
    rows.sort(key=lambda row: (-row["words"], row["speaker_type"]))
    return schema.build(rows, schema.SPEAKER_TYPE_SHARES)


def summarize_stances(quotations: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return how each speaker is reported: ``speaker, neutral, distancing, endorsing, hostile,
    other`` (number of quotations by the stance of their cue).

    Stances of reporting verbs follow Caldas-Coulthard (1994) and Bednarek (2006) in outline; the
    list is ``helpers/models/reporting-verbs.tsv``. Cues without a listed word count as other.
    """
    stances = reporting_verbs()
    lemmas = dict(zip(tokens["start"].tolist(), schema.texts(tokens["lemma"]), strict=True))
    starts = sorted(lemmas)
    first = quotations[quotations["speaker"].notna()].drop_duplicates("quotation")
    rows = {}
    for speaker, begin, end in zip(
        first["speaker"], first["cue_start"], first["cue_end"], strict=True
    ):
        counts = rows.setdefault(
            speaker,
            dict.fromkeys(("neutral", "distancing", "endorsing", "hostile", "other"), 0),
        )
        stance = "other"
        if not pd.isna(begin):
            words = [lemmas[s].lower() for s in starts if begin <= s < end]
            stance = next((stances[word] for word in words if word in stances), "other")
        counts[stance] += 1
    table = [{"speaker": speaker, **counts} for speaker, counts in sorted(rows.items())]
    table.sort(key=lambda row: (-sum(v for k, v in row.items() if k != "speaker"), row["speaker"]))
    return schema.build(table, schema.STANCES)


def find_unquoted(names: pd.DataFrame, quotations: pd.DataFrame) -> pd.DataFrame:
    """Return persons who are spoken about but never quoted: ``name, mentions, first_start``."""
    persons = names[names["type"] == "person"]
    quoted = set(quotations["speaker"].dropna())
    lasts = {name.split()[-1] for name in quoted}
    rows = [
        {"name": name, "mentions": len(part), "first_start": int(part["start"].min())}
        for name, part in persons.groupby("canonical", sort=True)
        if name not in quoted and name.split()[-1] not in lasts
    ]
    rows.sort(key=lambda row: (-row["mentions"], row["name"]))
    return schema.build(rows, schema.UNQUOTED)


def find_voices(article, paragraphs: pd.DataFrame, quotations: pd.DataFrame) -> pd.DataFrame:
    """Return whose words each paragraph is made of: ``paragraph, voice, words, share``.

    ``voice`` is the canonical speaker, "author" for the prose of the article itself, or "not named"
    for quotations without a speaker; rows in the order of the text, the author first. Joins with
    sentiment and timeline on ``paragraph``.
    """
    voices = quotations["speaker"].fillna("not named").tolist()
    pieces = sorted((start, end, voices[row]) for row, start, end in _innermost(quotations))
    rows, position = [], 0
    for number, start, end in zip(
        paragraphs["paragraph"], paragraphs["start"], paragraphs["end"], strict=True
    ):
        words: dict[str, int] = {}
        total = count_words(article.text[start:end])
        while position < len(pieces) and pieces[position][0] < end:
            a, b, voice = pieces[position]
            words[voice] = words.get(voice, 0) + count_words(article.text[a : min(b, end)])
            position += 1
        own = max(total - sum(words.values()), 0)
        for voice, count in [("author", own), *words.items()]:
            if count:
                share = round(count / max(total, 1), 4)
                rows.append({"paragraph": number, "voice": voice, "words": count, "share": share})
    return schema.build(rows, schema.VOICES)


def list_doubtful(quotations: pd.DataFrame, top: int = 20) -> pd.DataFrame:
    """Return the ``top`` attributions to check first, the least sure before the others.

    Columns: ``confidence`` (0 to 1), ``text, speaker, runner_up, evidence`` and ``start``; one row a
    quotation. Indirect speech and missing speakers are in the list like all others.
    """
    first = quotations.drop_duplicates("quotation")
    ordered = first.sort_values(["confidence", "start"], kind="stable").head(top)
    columns = ["confidence", "text", "speaker", "runner_up", "evidence", "start"]
    return ordered[columns].reset_index(drop=True)
