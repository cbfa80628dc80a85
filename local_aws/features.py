"""The features of a user pool, as an introduction to them goes through them, each with the probes that show it.

A feature without a probe fails the demonstration, and so does a probe that shows no feature.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from local_aws import carried, lifecycle
from local_aws.probe import Probe
from local_aws.probes import (
    alarms,
    customer_app,
    first_administrator,
    front_ends,
    groups,
    hosted_pages,
    invitations,
    machine_to_machine,
    messages,
    mfa,
    passwordless,
    passwords,
    platform,
    protected_api,
    recovery,
    sessions,
    shop_apis,
    sign_in,
    sign_up,
    single_sign_on,
    triggers,
    user_data,
)
from local_aws.results import NO_PROBE, Result, Row
from local_aws.story import adopting, locking
from local_aws.story.scene import Scene


@dataclass(frozen=True)
class Feature:
    """One thing that a user pool can do, and the probes that show it."""

    name: str
    probes: tuple[Probe[Any], ...]


COMPARISON = "Everything that the template says"

# Deploying again, changing, destroying, in an order that matters: each goes on with what the one before has left.
LIFECYCLE: tuple[Probe[lifecycle.Life], ...] = (
    lifecycle.nothing_to_deploy,
    lifecycle.nothing_differs,
    lifecycle.pool_is_protected,
    lifecycle.changed_in_place,
    lifecycle.pool_outlives_its_stack,
)

# The story of a pool that lives, in its order too.
STORY: tuple[Probe[Scene], ...] = (
    locking.pools_are_locked,
    locking.harmful_change_refused,
    locking.harmless_change_told,
    locking.harmless_change_deployed,
    adopting.code_for_both_written,
    adopting.hand_written_pool_switched,
    adopting.foreign_pool_imported,
    adopting.all_three_locked,
)

FEATURES = (
    Feature("Sign in by user name", (sign_in.user_name, sign_in.wrong_password_refused)),
    Feature("... or by verified e-mail address, in the same field", (sign_in.verified_email,)),
    Feature("... or by verified phone number, in the same field", (sign_in.verified_phone,)),
    Feature("... or by a preferred user name, which can be edited", (sign_in.preferred_user_name,)),
    Feature(
        "Sign in by e-mail address or phone number instead of a user name",
        (sign_in.email_or_phone_instead, sign_in.neither_email_nor_phone_refused),
    ),
    Feature("... or by only one of the two", (sign_in.email_only,)),
    Feature("Required standard attributes", (sign_up.required_attribute,)),
    Feature(
        "Custom attributes: text, number, boolean, date-time",
        (sign_up.custom_attributes_of_four_types, sign_up.custom_attribute_edited),
    ),
    Feature(
        "Password strength: length and kinds of characters",
        (
            passwords.weak_password_refused_at_sign_up,
            passwords.shortest_password_accepted,
            passwords.weak_password_refused_at_change,
            passwords.long_passwords_without_classes,
            passwords.weak_password_at_first_sign_in,
            passwords.old_passwords_refused,
        ),
    ),
    Feature(
        "Users sign themselves up",
        (sign_up.sign_up_with_code, sign_up.wrong_code_refused, sign_up.user_name_taken),
    ),
    Feature("... or only administrators create users", (sign_up.only_administrators_create_users,)),
    Feature(
        "Temporary passwords, changed at the first sign-in",
        (invitations.temporary_password_must_be_changed, invitations.invitation_can_be_left_out),
    ),
    Feature("Unused accounts expire", (invitations.temporary_password_expires,)),
    Feature(
        "Multi-factor authentication that people opt in to",
        (
            mfa.authenticator_app,
            mfa.wrong_code_of_the_app_refused,
            mfa.wrong_code_does_not_enrol,
            mfa.nobody_is_forced_at_the_shop,
            mfa.text_message_as_second_factor,
        ),
    ),
    Feature(
        "... or that everybody needs",
        (mfa.required_factor_is_asked_for, mfa.second_factor_required),
    ),
    Feature(
        "E-mail addresses are verified",
        (sign_up.confirmation_marks_the_address, invitations.address_marked_by_the_administrator),
    ),
    Feature("Phone numbers are verified", (messages.phone_numbers_verified,)),
    Feature("An IAM role that sends text messages", (messages.role_for_text_messages,)),
    Feature("Verification by code, in own words", (messages.verification_mail, messages.code_sent_again)),
    Feature("... or by link, in own words", (messages.verification_by_link,)),
    Feature(
        "Invitations in own words, with user name and password",
        (invitations.invitation_mail, invitations.invitation_text_message),
    ),
    Feature("Mail from an own address through SES", (messages.own_sender, messages.own_reply_address)),
    Feature(
        "Groups that an API can tell apart",
        (groups.groups_of_the_pool, groups.group_in_the_token),
    ),
    Feature(
        "Hosted pages with callbacks to the app",
        (
            hosted_pages.code_with_pkce,
            hosted_pages.stolen_code_is_worthless,
            hosted_pages.wrong_password_on_the_page,
            hosted_pages.only_our_callbacks,
            hosted_pages.no_implicit_grant,
            hosted_pages.sign_out_page,
            hosted_pages.own_domain_prefix,
        ),
    ),
    Feature(
        "Own pages with the SDKs, on the web, a server and a phone",
        (
            sign_in.password_is_not_sent,
            sign_in.server_needs_its_secret,
            sign_in.phone_app_signs_in,
            hosted_pages.server_and_phone,
            sign_in.unknown_user_looks_the_same,
        ),
    ),
    Feature(
        "Sessions: tokens verified, renewed, revoked",
        (
            sessions.tokens_verified,
            sessions.forged_token_refused,
            sessions.session_renewed,
            sessions.session_revoked,
            sessions.signed_out_everywhere,
            sessions.refresh_tokens_rotate,
        ),
    ),
    Feature(
        "Forgotten passwords",
        (recovery.forgotten_password, recovery.wrong_recovery_code_refused, recovery.recovery_tells_nothing),
    ),
    Feature(
        "Hosted pages at an own domain, with certificate and records",
        (
            customer_app.app_customer,
            customer_app.certificate_of_the_domain,
            customer_app.records_of_the_domain,
            customer_app.pages_on_own_domain,
        ),
    ),
    Feature(
        "... in own looks, with terms of use and privacy policy",
        (customer_app.own_looks, customer_app.terms_and_privacy),
    ),
    Feature(
        "Sign in with Google and Apple",
        (customer_app.secrets_of_the_providers, customer_app.google_and_apple),
    ),
    Feature(
        "Threat protection, logs and a web ACL",
        (customer_app.risky_sign_ins, customer_app.web_acl_before_the_pool),
    ),
    Feature(
        "Single sign-on with SAML",
        (
            single_sign_on.sent_to_the_company,
            single_sign_on.employee_signs_in,
            single_sign_on.employee_moves,
            single_sign_on.employee_in_a_group,
            single_sign_on.provider_by_address,
        ),
    ),
    Feature("... or with OpenID Connect", (single_sign_on.sent_to_the_partner,)),
    Feature("... behind a load balancer", (single_sign_on.load_balancer_has_a_secret,)),
    Feature(
        "... and with nothing else",
        (single_sign_on.no_password_by_the_api, single_sign_on.no_password_on_the_page),
    ),
    Feature(
        "Programs that call APIs: client credentials and scopes",
        (
            machine_to_machine.programs_get_their_scopes,
            machine_to_machine.program_asks_for_less,
            machine_to_machine.scope_of_others_refused,
            machine_to_machine.wrong_secret_refused,
            machine_to_machine.changed_scope_refused,
            machine_to_machine.nobody_signs_in,
        ),
    ),
    Feature(
        "The first administrator comes with the pool",
        (first_administrator.first_administrator_invited, first_administrator.first_administrator_sets_a_password),
    ),
    Feature(
        "An API that only administrators may call",
        (
            protected_api.administrators_get_in,
            protected_api.others_are_known_and_kept_out,
            protected_api.without_a_token_nobody_gets_in,
            protected_api.tampered_token_refused,
            protected_api.tampered_token_refused_by_the_http_api,
            protected_api.route_takes_one_kind_of_token,
            protected_api.forgotten_route_stays_shut,
        ),
    ),
    Feature("... or programs with a scope", (protected_api.programs_get_in_by_scope,)),
    Feature("Alarms", (alarms.alarms_are_set,)),
    Feature(
        "Sign in without a password: codes by mail and passkeys",
        (
            passwordless.code_by_mail_signs_in,
            passwordless.wrong_code_by_mail_refused,
            passwordless.no_sign_in_but_by_choice,
            passwordless.passkeys_are_offered,
            passwordless.choice_by_the_api,
            passwordless.sign_up_without_a_password,
        ),
    ),
    Feature("Several applications on one pool", (platform.one_account_for_every_application,)),
    Feature(
        "... one of them another team's, in a stack of its own",
        (platform.partners_own_scope, platform.partners_own_group),
    ),
    Feature(
        "AWS credentials for those who are signed in",
        (
            platform.credentials_of_the_signed_in,
            platform.credentials_open_nothing_else,
            platform.credentials_for_our_applications_only,
            platform.guests_get_nothing,
            platform.files_of_ones_own,
        ),
    ),
    Feature("... of the role of their group", (platform.role_by_group,)),
    Feature("Front ends that read a file made of what is deployed", (front_ends.front_end_files,)),
    Feature(
        "... with the Amplify library",
        (
            front_ends.amplify_signs_up_and_in,
            front_ends.amplify_answers_new_password,
            front_ends.amplify_answers_totp,
        ),
    ),
    Feature(
        "... with an OpenID Connect client, in a browser",
        (front_ends.page_signs_in_and_out, front_ends.page_renews_the_session),
    ),
    Feature(
        "Functions of one's own on the way: who signs up, what is in tokens, what mails say",
        (
            triggers.only_partners_sign_up,
            triggers.partners_come_into_their_group,
            triggers.failing_function_says_one_sentence,
            triggers.tokens_tell_tenant_and_groups,
            triggers.invitation_in_ones_own_language,
        ),
    ),
    Feature(
        "... and one account for whoever comes by two ways",
        (triggers.single_sign_on_to_the_same_account, triggers.unverified_address_links_nobody),
    ),
    Feature(
        "REST APIs, HTTP APIs and load balancers that accept a pool's tokens",
        (
            shop_apis.scope_lets_a_program_in,
            shop_apis.people_are_let_in_by_being_signed_in,
            shop_apis.app_client_that_is_not_named,
            shop_apis.strangers_are_refused,
            shop_apis.load_balancer_signs_people_in,
        ),
    ),
    Feature(
        "One user's data on many devices",
        (
            user_data.written_on_one_device_read_on_another,
            user_data.everybody_sees_their_own,
            user_data.no_argument_names_a_user,
            user_data.slower_device_is_refused,
            user_data.slower_device_is_told_what_is_there,
            user_data.device_that_was_away_catches_up,
            user_data.pages_of_items,
            user_data.devices_are_told_at_once,
            user_data.nobody_without_a_token,
            user_data.tokens_of_the_readers_only,
        ),
    ),
    Feature(
        "Settings that can be edited after creation, and a pool that stays",
        LIFECYCLE,
    ),
    Feature(
        "No user is lost: pools locked, changed, switched and adopted, and everybody still signs in",
        STORY,
    ),
)


def probes() -> list[Probe[Any]]:
    """Everything that is asked of the deployed pools before the app is deployed again."""
    return [probe for feature in FEATURES for probe in feature.probes if probe not in (*LIFECYCLE, *STORY)]


def rows(results: Iterable[Result], features: Iterable[Feature] = FEATURES) -> list[Row]:
    """Give each feature what its probes found; a probe that has not run is told, and its feature is not good."""
    told = list(results)
    found = {result.probe: result for result in told}
    return [
        # The comparison is no probe of one feature: it tells of many properties under one name.
        Row(COMPARISON, tuple(result for result in told if result.probe == carried.PROBE)),
        *(
            Row(feature.name, tuple(found.get(probe.name, _not_run(probe)) for probe in feature.probes))
            for feature in features
        ),
    ]


def _not_run(probe: Probe[Any]) -> Result:
    return Result(probe.name, probe.claim, NO_PROBE, "has not run")
