"""The places of the file; written by docs/generate.py."""

from typing import Any

from mentorkit.programme.path import Place

def keys_at(place: str) -> dict[str, Any]: ...

class _Programme(Place):
    name: Place
    sectors: Place
    ways: Place
    settings: Place
    nation: Place
    part_of: Place
    nation_name: Place
    objectives: Place
    principles: Place
    support: Place
    alongside: Place
    mentors: Place
    mentees: Place
    models: Place
    fee: Place
    funded_by: Place

class _ForWhomAges(Place):
    from_: Place
    to: Place

class _ForWhom(Place):
    who: Place
    needs: Place
    groups: Place
    ages: _ForWhomAges

class _Organisation(Place):
    name: Place
    kind: Place
    partners: Place

class _Role(Place):
    title: Place
    kind: Place
    clinical: Place
    licence: Place
    works_with: Place
    supervised: Place
    youngest: Place
    regulated_activity: Place
    excludes: Place
    competencies: Place
    tasks: Place
    occasions: Place
    credentials: Place
    paid: Place

class _Recruitment(Place):
    route: Place
    lived_experience: Place
    shares_with_mentees: Place
    mentors_volunteer: Place
    mentees_volunteer: Place

class _Screening(Place):
    collects: Place
    steps: Place
    criteria: Place
    selects_before: Place
    record_check: Place
    record_check_every: Place

class _TrainingAward(Place):
    title: Place
    level: Place
    credits: Place
    accredited_by: Place
    pass_mark: Place

class _Training(Place):
    collects: Place
    requires: Place
    length: Place
    contact_time: Place
    topics: Place
    mentor_specific: Place
    award: _TrainingAward
    refresher_every: Place
    given: Place
    taught_by: Place
    comes: Place

class _Matching(Place):
    collects: Place
    requires: Place
    criteria: Place
    required: Place
    justification: Place
    mentee_veto: Place
    mentees_per_mentor: Place
    mentors_per_mentee: Place
    spread: Place
    capacity_in: Place
    objective: Place
    preferences: Place
    exclusions: Place

class _Relationship(Place):
    pairs: Place
    shortest: Place
    longest: Place
    limit_reason: Place
    limit_exception: Place
    bridge: Place
    refers_on_to: Place
    contact_every: Place
    contact_at_first_every: Place
    channels: Place
    modes: Place
    meetings: Place
    meeting_length: Place
    goals_set_by: Place
    social_events: Place

class _GroupSessions(Place):
    smallest: Place
    largest: Place
    length: Place
    sessions: Place
    in_order: Place
    delivered_by: Place
    staff_there: Place
    attendance_recorded: Place

class _DropIn(Place):
    hours: Place
    least_on_duty: Place
    seen_within: Place
    contacts_recorded: Place

class _OnCall(Place):
    hours: Place
    least_on_duty: Place
    answers_within: Place

class _MutualAid(Place):
    meets_every: Place
    sponsors: Place

class _Incidents(Place):
    steps: Place
    oldest: Place
    not_part_of_it: Place

class _Online(Place):
    moderated_by: Place
    moderated_hours: Place
    least_on_duty: Place
    private_messages: Place
    reports_answered_within: Place

class _Supervision(Place):
    collects: Place
    requires: Place
    phases: Place
    led_by: Place
    overseen_by: Place
    covers: Place
    wellbeing_support: Place
    supervisors_have: Place

class _Safeguarding(Place):
    risk_told_to: Place
    confidentiality: Place
    run_by_samaritans: Place
    adults_checked: Place
    contact_outside_meetings: Place
    consent_from: Place
    complaints_to: Place
    whistleblowing_to: Place
    route_from: Place

class _Network(Place):
    needs: Place
    members: Place
    links: Place
    basis: Place
    youngest: Place
    oldest: Place
    areas: Place
    span: Place

class _Graduation(Place):
    collects: Place
    requires: Place
    ceremony_for: Place
    ceremony_purposes: Place
    ending: Place

class _Progression(Place):
    routes: Place
    longest_term: Place
    term_exception: Place

class _Outcomes(Place):
    collects: Place
    requires: Place
    measures: Place
    review_every: Place
    follow_ups: Place
    includes_leavers: Place
    mentor_targets: Place
    payment: Place
    costs: Place
    states: Place

class _Governance(Place):
    documents: Place
    budget: Place
    expenses: Place
    expenses_paid: Place
    turnover: Place
    health_data_basis: Place
    offence_data_basis: Place
    special_data_basis: Place
    retention: Place

class _File(Place):
    asked_until: Place
    complete: Place
    not_confirmed: Place
    confirmed: Place

class _At(Place):
    programme: _Programme
    for_whom: _ForWhom
    organisation: _Organisation
    role: _Role
    staff: Place
    recruitment: _Recruitment
    screening: _Screening
    training: _Training
    matching: _Matching
    relationship: _Relationship
    group_sessions: _GroupSessions
    drop_in: _DropIn
    on_call: _OnCall
    mutual_aid: _MutualAid
    incidents: _Incidents
    online: _Online
    supervision: _Supervision
    safeguarding: _Safeguarding
    network: _Network
    graduation: _Graduation
    progression: _Progression
    outcomes: _Outcomes
    governance: _Governance
    file: _File
    waivers: Place

At: _At
