"""Features and probes belong together, one by one."""

import importlib
import pkgutil

from local_aws import features, lifecycle, probes, story
from local_aws.carried import PROBE
from local_aws.features import FEATURES, LIFECYCLE, STORY, rows
from local_aws.probe import Probe
from local_aws.results import WORKS, Result

IN_FEATURES = [probe for feature in FEATURES for probe in feature.probes]


def test_every_feature_has_a_probe() -> None:
    assert [feature.name for feature in FEATURES if not feature.probes] == []


def test_every_probe_shows_exactly_one_feature() -> None:
    names = [f"{room.__name__}.{info.name}" for room in (probes, story) for info in pkgutil.iter_modules(room.__path__)]
    modules = [lifecycle, *map(importlib.import_module, names)]
    declared = {each.name for module in modules for each in vars(module).values() if isinstance(each, Probe)}
    assert sorted(probe.name for probe in IN_FEATURES) == sorted(declared)


def test_every_claim_is_a_sentence_of_its_own() -> None:
    claims = [probe.claim for probe in IN_FEATURES]
    assert len(set(claims)) == len(claims)
    assert [claim for claim in claims if not claim.endswith(".")] == []


def test_what_goes_on_with_what_another_probe_has_left_comes_after_everything_else() -> None:
    assert not {*LIFECYCLE, *STORY} & set(features.probes())
    assert len(LIFECYCLE) + len(STORY) + len(features.probes()) == len(IN_FEATURES)


def test_a_feature_is_good_when_every_probe_of_it_has_run() -> None:
    results = [Result(probe.name, probe.claim, WORKS) for probe in IN_FEATURES]
    results.append(Result(PROBE, "all", WORKS))
    assert all(row.good for row in rows(results))
    missing = rows([result for result in results if result.probe != IN_FEATURES[0].name])
    assert [row.feature for row in missing if not row.good] == [FEATURES[0].name]
