"""The record as JSON: keys and tokens in English, texts as the table typed them."""

import json
from dataclasses import asdict
from typing import Any

from game.core.entries import (
    ArgumentEntry,
    AspectEntry,
    Audience,
    CardEntry,
    Figures,
    Record,
    RoundEntry,
    VoteEntry,
)

SCHEMA = "sferenspel-record-1"
"""Changes only when a key is renamed or dropped; adding is free."""

Json = dict[str, Any]


def to_json(record: Record) -> str:
    """Write a record as JSON text."""
    return json.dumps(as_dict(record), ensure_ascii=False, indent=2) + "\n"


def as_dict(record: Record) -> Json:
    """Make the plain dicts and lists that the JSON is written from."""
    deck, totals, setup = record.deck, record.totals, record.setup
    return {
        "schema": SCHEMA,
        "session_id": record.session_id,
        "app_version": record.app_version,
        "audience": record.audience.value,
        "by_role": record.by_role,
        "finished": record.finished,
        "duration_seconds": record.duration,
        "deck": {
            "id": deck.id,
            "version": deck.version,
            "sha256": deck.sha256,
            "title": deck.title,
            "language": deck.language,
        },
        "setup": {**asdict(setup), "selection": list(setup.selection)},
        "people": record.people,
        "seats": [
            {
                "id": seat.id,
                "label": seat.label,
                "role": seat.role,
                "size": seat.size,
                "at_start": seat.at_start,
                "at_end": seat.at_end,
            }
            for seat in record.seats
        ],
        "spheres": [
            {"place": s.place.value, "title": s.title, "explanation": s.explanation}
            for s in record.spheres
        ],
        "sealings": [sealing.value for sealing in record.sealings],
        "changes": [asdict(change) for change in record.changes],
        "cards": [_card(card) for card in record.cards],
        "notes": list(record.notes),
        "closing": [
            {"id": answer.id, "question": answer.question, "text": answer.text}
            for answer in record.closing
        ],
        "agenda": [
            {
                "card": item.card.id,
                "question": item.question,
                "owner": item.owner,
                "date": item.date,
                "crux": item.crux.value if item.crux else None,
                "parked": item.parked,
            }
            for item in record.agenda
        ],
        "criteria": [
            {"id": c.id, "kind": c.kind.value, "title": c.title, "count": c.count}
            for c in record.criteria
        ],
        "totals": {
            "points": totals.points,
            "max": totals.maximum,
            "percent": totals.percent,
            "shelves": {"shared": totals.shared, "differences": totals.differences},
            "outcomes": {outcome.value: count for outcome, count in record.outcomes},
        },
        "figures": _figures(record.figures),
        "not_reached": [{"id": card.id, "title": card.title} for card in record.not_reached],
        "withheld": [kind.value for kind in record.withheld],
        "totals_only": record.audience is Audience.PUBLIC and record.totals_only,
    }


def _card(card: CardEntry) -> Json:
    return {
        "id": card.id,
        "version": card.version,
        "latest": card.latest,
        "title": card.title,
        "text": card.text,
        "wording": card.wording,
        "reworded": card.reworded,
        "added": card.added,
        "seat": card.seat,
        "returned": card.returned,
        "reopened": card.reopened,
        "fast_lane": card.fast_lane,
        "outcome": card.outcome.value,
        "places": [place.value for place in card.places],
        "earlier_rounds": [_round(shown) for shown in card.earlier],
        "first_round": _round(card.first),
        "second_round": _round(card.second),
        "arguments": [_argument(argument) for argument in card.arguments],
        "restated": [
            {"place": r.place.value, "by": r.by, "waived": r.waived} for r in card.restated
        ],
        "fields": {
            "reason": card.reason,
            "boundary": card.boundary,
            "together": card.together,
            "reasons": {place.value: text for place, text in card.reasons},
            "notes": [
                {"seat": n.seat, "place": n.place.value if n.place else None, "text": n.text}
                for n in card.notes
            ],
            "crux": card.crux.value if card.crux else None,
            "settle": card.settle,
            "question": card.question,
            "owner": card.owner,
            "date": card.date,
            "skip_reason": card.skip_reason,
            "stopped": card.stopped,
            "missing": list(card.missing),
        },
        "remarks": list(card.remarks),
        "corrections": [{"round": c.round, "seat": c.seat} for c in card.corrections],
        "aspects": [_aspect(aspect) for aspect in card.aspects],
        "score": {**asdict(card.score), "total": card.score.total},
        "withheld": [kind.value for kind in card.withheld],
    }


def _round(shown: RoundEntry | None) -> Json | None:
    if shown is None:
        return None
    return {
        "sealing": shown.sealing.value,
        "present": list(shown.present),
        "votes": [_vote(vote) for vote in shown.votes],
        "live_with": {
            vote.seat: [place.value for place in vote.live_with]
            for vote in shown.votes
            if vote.live_with
        },
        "missing": list(shown.missing),
        "counts": {choice.value: count for choice, count in shown.counts},
        "live_with_counts": {place.value: count for place, count in shown.live_with},
        "agreement": shown.agreement,
        "hidden": shown.hidden,
    }


def _vote(vote: VoteEntry) -> Json:
    return {"seat": vote.seat, "vote": vote.vote.value, "count": vote.count}


def _argument(argument: ArgumentEntry) -> Json:
    return {
        "seat": argument.seat,
        "place": argument.place.value,
        "criterion": argument.criterion,
        "meets": argument.meets.value if argument.meets else None,
        "text": argument.text,
        "restated": argument.restated,
    }


def _aspect(aspect: AspectEntry) -> Json:
    return {
        "name": aspect.name,
        "outcome": aspect.outcome.value,
        "places": [place.value for place in aspect.places],
        "round": _round(aspect.round),
        "reason": aspect.reason,
    }


def _figures(figures: Figures) -> Json:
    return {
        "cards": figures.cards,
        "seats": figures.seats,
        "measure": figures.measure.value if figures.measure else None,
        "value": figures.value,
        "interval": [figures.low, figures.high],
        "resamples": figures.resamples,
        "undefined_resamples": figures.undefined,
        "absent": figures.absent.value if figures.absent else None,
        "observed": figures.observed,
        "movement": [
            {"seat": m.seat, "stayed": m.stayed, "moved": m.moved} for m in figures.movement
        ],
    }
