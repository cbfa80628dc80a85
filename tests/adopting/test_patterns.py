"""Templates that people deploy, taken over: what their code renders is what they say."""

import pytest

from constructs_lib.adopting.adoption import KINDS
from constructs_lib.adopting.from_template import adopt_from_template
from constructs_lib.adopting.logical_ids import made_up
from constructs_lib.readers.templates.template import read_template
from constructs_lib.rendering import render
from constructs_lib.resources.model import Resources, of_type
from constructs_lib.resources.values import same
from tests.adopting.running import settings_of
from tests.patterns import PATTERNS


@pytest.mark.parametrize("name", PATTERNS)
def test_code_renders_what_the_template_says(name: str) -> None:
    resources: Resources = PATTERNS[name]
    template = {"Resources": resources}
    for kind in KINDS:
        for pool, _ in of_type(resources, kind):
            adoption = adopt_from_template(template, "template", pool, [*read_template(template, "template")])
            settings = settings_of(adoption)
            ids = {it: adoption.logical_ids.get(it, made_up(adoption.construct_id, it)) for it in render(settings)}
            rendered = render(settings, ids)
            assert same(rendered, {logical_id: resources[logical_id] for logical_id in rendered})
