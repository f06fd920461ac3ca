"""Words of needs, and the danger that they name: as people write them, and what only sounds like one."""

import pytest

from mentorkit.standards.danger_words import dangers

NAMED = {
    "violence": """
a child at risk of harm; at risk of serious harm; attacked by somebody; being stalked; carries a blade; carrying a
knife; death threats; fire setting; gun; harm to others; has a weapon; heart attack; is threatened by a dealer;
kidnap; knife; knives; murder; stalked by an ex-partner; stalking; threat to kill; threatening to kill; threatens
somebody; threats; threats from a gang; threats of violence; threats to somebody's life; violence; violence from a
partner; violent behaviour; weapon; an armed rival; throwing acid; hostage taking; fire in a cell; hate crime; drink
spiking; debts to a dealer and threats; threatened by a gang
""",
    "any danger": """
danger; danger to life; doesn't feel safe at home; emergency; immediate danger; life in danger; medical emergency;
mental health emergency; not safe at home; risk to life; somebody in immediate danger; unsafe at home
""",
    "harm to somebody at risk": """
a child in need of protection; a pupil in danger at home; an adult at risk; child at risk; child protection; danger at
home; safeguarding concern
""",
    "suicide or self-harm": """
a course or self-harm; a history of debts, and self-harm; a relapse and thoughts of suicide; a risk to their own life;
at risk of suicide; cuts her arms; cutting; cutting themselves; does not want to live; ending it all; feeling
suicidal; feeling suicidal while in recovery; harm to self; harming themselves; hopeless and suicidal; hurting
herself; hurting themselves; hurts himself; in recovery and feeling suicidal; kill themselves; not coping with
thoughts of suicide; risk to self; self harm; self harming; self-harm; self-harm and a housing crisis; self-harm or
training; self-injury; self-poisoning; serious self-harm; suicidal ideation; suicidal thoughts; suicidal, with debts;
suicide; suicide attempt; Suicide risk; taking their own life; talks about suicide; thinking about suicide; thoughts
of ending their life; thoughts of suicide; thoughts of suicide after an assault; unaware of danger, self-harm; wanting
to end it; wants to die; wants to end their life; wishes to be dead; burning their skin; scratching themselves; tying
a ligature; taking their life; wishes she was dead; no longer wants to live; jumping from a bridge; starving
themselves; refusing food; not eating for days
""",
    "a crisis": """
a crisis at night; crisis; eating disorder crisis; in crisis; mental health crisis
""",
    "a missing person": """
a missing person; a pupil goes missing; absconding; goes missing; missing; missing child; missing from care; missing
from home; missing from the ward; ran away; running away; runaway; AWOL; absent without leave; failed to return to the
ward; left the ward without leave; has not come home; not seen for days; missing for a night; a pupil disappeared;
goes missing from school
""",
    "acute illness": """
a psychotic episode; an acute psychotic episode; found unconscious; intoxicated and unresponsive; not breathing;
psychosis; a manic episode; a seizure; withdrawal fits; somebody has collapsed; anaphylaxis; a serious injury
""",
    "abuse or neglect": """
a pupil discloses abuse; abuse; abuse at home; abusive relationship; afraid of a partner; an abusive partner; aware of
abuse; beaten by a parent; being abused; being hit by a partner; being hurt; child abuse; child neglect; coercion by a
partner; coercive control; disclosure of abuse; domestic abuse; domestic abuse, past or present; domestic violence;
domestic_violence; elder abuse; emotional abuse; female genital mutilation; FGM; FGM or forced marriage; financial
abuse; forced marriage; harm at home; harm to a child or an adult at risk; harmful sexual behaviour; honour based
abuse; honour-based violence; hurt at home; neglect; neglected at home; peer-on-peer abuse; physical abuse; rape;
scared to go home; self-neglect; sexual abuse; sexual assault; sexually assaulted; somebody hurts them; violence at
home; upskirting; disclosure of harm; beaten at home; hit by husband
""",
    "exploitation": """
at risk of exploitation; blackmail; child sexual exploitation; county lines; criminal exploitation; CSE; cuckooing;
debt bondage; exploitation; extremism; forced labour; gang exploitation; groomed online; grooming; human trafficking;
modern slavery; online grooming; radicalisation; radicalized; sexual exploitation; slavery; trafficked; trafficking;
sexting; nudes shared online; made to carry drugs; carrying drugs for a gang; Prevent concern; a Prevent referral
""",
    "overdose": """
drug overdose; OD; overdose; overdose or relapse; overdosing; risk of overdose; signs of an overdose; takes an
overdose; taken too many pills; opioid poisoning
""",
}
"""The first danger that each of these texts names; a semicolon is between two texts."""
NONE = """
leaving the armed forces; missing from school; not going home for the holidays; a lesson on sexting; hate crime
awareness; starving for company; carrying on; losing their home and threats of eviction; allergies; a fit for work
note; holding a driving licence; running a home; jumping the queue; prevention of relapse; work to prevent
reoffending; a scratch meal; refusing a home; taking their life back; taking life as it comes; a collapsed lung in the
past; a hospital appointment missing; arms and legs that ache; not seen for work; sold for parts; nude art class; a
conviction for violence; a course on harm reduction; a dying parent; a form for the housing office; a home that is not
ready at discharge; a lapse; a missed appointment that may lead to recall; a parent is dying; a parent with a child; a
place for the night; a pupil in danger of exclusion; a risk assessment of the flat; a safe place to live; abscess;
abuse in childhood; abuse of alcohol; abuse of housing benefit form; abuse of power; alcohol; alcohol abuse; an
exploit; anger; anger management; anxiety; argument in the hostel; at risk of exclusion; at risk of losing their home;
at risk of recall; attack of nerves; attacking a problem; bail address; bailiffs; bank account; beating cravings;
becoming unwell again; being new; benefit cuts; benefits; benefits appeal; bereaved by suicide; budgeting; bullying;
burn out at work; burnt out; bus; caring for a parent; child care; child protection training; childcare; company after
a bereavement by suicide; company in the first weeks at home; conflict with staff; contact with children; cooking;
cost of living crisis; counselling for abuse or neglect; court date; craving; cravings; crisis card; crisis plan;
crisis planning; curfew; cuts in benefits; cutting down; cutting down on drinking; cutting hair; debt; debt crisis;
discharge date; documents go missing; dog grooming; drinking again; drug abuse; drug and alcohol abuse; dying parent;
eating disorder; emergency contact details; emergency food parcel; emergency housing; emergency loan; emergency
planning; end of term; end of the tenancy; ending a tenancy; ending the relationship; ending well; eviction; exams;
exercise; exploring feelings; exploring work; extreme tiredness; faith group; feeling safe in town; fines; fire
safety; first aid course; first weeks of abstinence; food safety; friends; friendship; gang-free housing; gardening;
goes to the gym; grape; grief after a suicide; groom at a stable; group for people who hear voices; gym; haircutting;
harm reduction advice; harmonica; harmony at home; hearing voices; hepatitis test; history of self-harm; hitting a
low; hobbies; homework; housing crisis; housing next month; how to report abuse of drugs; hygiene; ID; identity
documents; in danger of losing their home; interview nerves; kill time; kindness; knife skills; learning to trust
after abuse; leaving a gang; licence conditions; life after addiction; life after prison; living with a conviction;
loneliness; loneliness after the death of a partner; losing a friend to suicide; losing their own home; loss of a
child; loss of a tenancy; loss of benefits; low mood that lasts; low mood, with nobody in danger; lunch break; making
use of talents; maths; medication review; medication side effects; mental health first aid; methadone script; missing
appointments; missing home; missing medication; missing out on school; missing school; missing teeth; missing their
children; missing their family; moving house; moving up; naloxone training; needle exchange; neglected garden;
neglecting homework; new timetable; no settled home; no thoughts of suicide; non-violent communication; not in danger;
nowhere to sleep on the day of release; online safety lesson; overdose prevention; own business; own flat; own life
skills; panic attacks; parents' divorce; past abuse; personal grooming; personal safety course; PIP form; planning own
life; probation appointment; punching bag gym; radical acceptance; rapid rehousing; reading; recall; recovery from
abuse; relapse; remembering a friend who died by suicide; rent arrears; risk assessment form; risk assessments; risk
of homelessness; risk of recall; risk of relapse; road safety; running a household; running their own life; safe sex;
safeguarding training; safety at work; sanctions; seeing their children; self-advocacy; self-care; self-confidence;
self-employment; self-esteem; self-harm and suicide prevention; self-help group; self-management; separation of
parents; sharing a house; shyness; skill; sleep; stable job; stalking horse; stress at work; stroke; substance abuse;
suicide first aid training; suicide prevention training; support after domestic abuse; support for families bereaved
by suicide; support group for self-harm; survivors of abuse; taking control of their own life; tenancy at risk;
tenancy breakdown; the end of life of a parent; the end of support; the groom's side; the missing form; therapist;
threat of eviction; threatened with eviction; uniform; universal credit; unsafe wiring; using again; verbal warnings;
violin lessons; volunteering; weapons awareness course; work in dog grooming; work or training; young carers
"""
"""What is no danger: help long before or after one, a denial, the past, another sense, another matter."""


def texts(lines: str) -> list[str]:
    return [text.strip() for text in lines.replace("\n", " ").split(";")]


@pytest.mark.parametrize("danger", NAMED)
def test_words_name_a_danger(danger: str) -> None:
    assert {text: dangers(text)[:1] for text in texts(NAMED[danger]) if dangers(text)[:1] != (danger,)} == {}


def test_other_words_name_none() -> None:
    assert {text: dangers(text) for text in texts(NONE) if dangers(text)} == {}


def test_a_text_can_name_several() -> None:
    assert dangers("self-harm, abuse or neglect; a debt crisis") == ("suicide or self-harm", "abuse or neglect")
