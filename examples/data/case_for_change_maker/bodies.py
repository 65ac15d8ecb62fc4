"""The bodies that responded. None of them exists.

Kinds: L council, C charity, H health body, P provider, N network, association or institute.
The last column is the department that signs a letter.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    name: str
    kind: str
    area: str
    signs: str


_TABLE = """
Thornmere County Council|L|lowlands|Director of Children and Families
Hallowby City Council|L|lowlands|Cabinet Member for Children
Brackenholt District Council|L|uplands|Children's Services
Skerrow Islands Council|L|islands|Head of Children and Families
Marlwick Borough Council|L|lowlands|Assistant Director, Safeguarding
Ostrey Harbour Council|L|coast|Children's Services Leadership Team
Fennaway Council|L|lowlands|Principal Social Worker
Dunmarrow County Council|L|uplands|Director of Children's Services
Kelderby Borough Council|L|coast|Lead Member for Children
Aldersyke Metropolitan Council|L|lowlands|Head of Corporate Parenting
Whinmouth Council|L|coast|Family Help Service
Saltrigg District Council|L|coast|Policy and Partnerships
Lythe Vale Council|L|uplands|Director of People
Cairnwick Council|L|uplands|Principal Social Worker
Tarnsea Borough Council|L|coast|Children in Care Team
Norrowby Council|L|lowlands|Early Help Service
Estermark Association of Councils|N|everywhere|Policy Team, Children and Young People
Estermark Directors of Children's Services|N|everywhere|Secretariat
Principal Social Workers of Estermark|N|everywhere|The Co-chairs
Estermark Social Work Alliance|N|everywhere|Policy Officer
Union of Care and Family Workers, Estermark Branch|N|everywhere|Branch Secretary
Estermark Foster Carers' Fellowship|N|everywhere|Chair
Kin Together|C|everywhere|Chief Executive
Grandparents Standing In|C|lowlands|Trustees
Estermark Kinship Network|N|everywhere|Coordinator
The Kestrel Trust for Families|C|everywhere|Director of Policy
Gannet House|C|coast|Manager
Gannet House Advocacy|C|coast|Advocacy Lead
Young Voices of Estermark|N|everywhere|Participation Worker
The Open Door Forum of Care Leavers|N|everywhere|Steering Group
Bridgegate Lane Family Centre|C|lowlands|Centre Manager
Lanternsett Children's Charity|C|everywhere|Head of Public Affairs
Rowanmere Adoption|C|everywhere|Chief Executive
Adopters Together Estermark|N|everywhere|Volunteer Coordinator
Second Spring Mothers' Project|C|lowlands|Project Lead
Prosiect Teuluoedd y Bryniau|C|uplands|Project Manager
Fathers at the Table|C|everywhere|Founder
Upland Family Links|C|uplands|Manager
Island Parents' Circle|C|islands|Secretary
Estermark Refuge Federation|N|everywhere|Policy Manager
Withy Row Refuge|C|lowlands|Chief Executive
New Shore Refugee Children's Service|C|coast|Head of Services
Wayfarers' Family Support|C|everywhere|Outreach Lead
Every Step Disability Alliance|N|everywhere|Policy Lead
Short Breaks Estermark|C|everywhere|Director
Young Carers' Hour|C|lowlands|Development Manager
Estermark Autism and Families Forum|N|everywhere|Parent Chair
Estermark Learning Parents Network|N|everywhere|Coordinator
Bramble Lane Playwork|C|lowlands|Trustees
Estermark Youth Clubs|N|everywhere|Director
Quayside Detached Youth Work|C|coast|Team Leader
Safe Corners Estermark|C|lowlands|Head of Practice
Missing Not Lost|C|everywhere|Research and Policy
Brothers and Sisters of Estermark|C|everywhere|Chief Executive
Lifelong Friends Mentoring|C|everywhere|Programme Manager
The Sallow Wren Foundation|C|everywhere|Director
Quayside Advice and Law Centre|N|coast|Senior Caseworker
Estermark Family Law Society|N|everywhere|Children Panel
Guild of Children's Guardians|N|everywhere|Honorary Secretary
Family Bar of Estermark|N|everywhere|Clerk
Estermark Magistrates' Family Panel|N|everywhere|Chair
Estermark Institute of Family Research|N|everywhere|Director
Hallowby Centre for Child Welfare Studies|N|lowlands|Research Team
Thornmere University Social Work Group|N|lowlands|Programme Lead
Centre for Early Years Evidence|N|everywhere|Senior Fellow
Open My File Estermark|C|everywhere|Coordinator
Estermark Health Board|H|everywhere|Named Nurse for Safeguarding
Hallowby Hospitals Group|H|lowlands|Safeguarding Team
Thornmere Community Health|H|lowlands|Head of Children's Therapies
Islands Health Partnership|H|islands|Designated Doctor
Coastlands Mental Health Service|H|coast|Clinical Lead, Children and Young People
College of Community Paediatrics, Estermark|N|everywhere|Officers of the College
Society of Child Psychologists of Estermark|N|everywhere|Policy Committee
Estermark Health Visitors' Circle|N|everywhere|Chair
Midwives for Estermark Families|N|everywhere|Professional Adviser
School Nurses of Estermark|N|everywhere|Committee
Estermark Head Teachers' Conference|N|everywhere|General Secretary
Marlwick Schools Partnership|N|lowlands|Inclusion Lead
Estermark Virtual School Leads|N|everywhere|Convener
Designated Teachers' Exchange|N|everywhere|Coordinator
Estermark League of Early Years Settings|N|everywhere|Policy Officer
Hillsett Lane Primary School|N|uplands|Safeguarding Lead
Kelderby Sixth Form|N|coast|Pastoral Team
Estermark Police Child Protection Leads|N|everywhere|Lead Officer
Youth Justice Workers' Forum|N|everywhere|Chair
Thornmere Safeguarding Partnership|N|lowlands|Independent Scrutineer
Islands Safeguarding Partnership|N|islands|Business Manager
Estermark Reviewing Officers|N|everywhere|Convener
Foxtail Row Fostering|P|everywhere|Registered Manager
Harvest Road Fostering Cooperative|P|lowlands|Members' Board
Meadowmarch Children's Homes|P|coast|Responsible Individual
Larkmoor Homes|P|lowlands|Director of Care
Pinesett Small Homes|P|uplands|Registered Manager
Estermark Association of Children's Homes|N|everywhere|Chief Officer
Estermark Fostering Providers' Group|N|everywhere|Chair
Halfway Lodgings|P|lowlands|Operations Manager
Copperbeck Therapeutic Care|P|coast|Clinical Director
Tideway Residential Schools|P|coast|Principal
Estermark Housing Associations|N|everywhere|Policy Manager
Room Enough Estermark|C|lowlands|Chief Executive
Fair Start Estermark|N|everywhere|Director
Estermark Interfaith Families Council|N|everywhere|Secretary
Clearbeck Recovery|C|coast|Service Manager
Heritage and Belonging|C|everywhere|Founder
Plain Words for Families|C|everywhere|Trustees
Cymdeithas Rhieni'r Gororau|C|uplands|Ysgrifennydd
"""

BODIES = [Body(*row.split("|")) for row in _TABLE.strip().splitlines()]

# A body that responded twice, under two spellings: by form and by letter. A person merged the two.
TWICE = "The Kestrel Trust for Families"
TWICE_OTHER_SPELLING = "Kestrel Trust"

# Asked to be counted and not named.
CONFIDENTIAL = "Withy Row Refuge"

# Names much alike that a person decided are two bodies.
KEPT_APART = ("Gannet House", "Gannet House Advocacy")

WELSH_BODY = "Cymdeithas Rhieni'r Gororau"

# What each kind ticks under "which of these describe you", most usual first.
TICKS = {
    "L": ["local-authority", "workforce"],
    "C": ["voluntary", "provider"],
    "H": ["health"],
    "P": ["provider"],
    "N": ["voluntary", "workforce"],
}
_BY_WORD = [
    ("Foster", ["foster-carer"]),
    ("Kin", ["kinship-carer"]),
    ("Grandparents", ["kinship-carer"]),
    ("Adopt", ["adoptive-parent"]),
    ("Care Leavers", ["personal-experience"]),
    ("Young Voices", ["personal-experience"]),
    ("School", ["education"]),
    ("Teachers", ["education"]),
    ("Sixth Form", ["education"]),
    ("Law", ["legal"]),
    ("Guardians", ["legal"]),
    ("Family Bar", ["legal"]),
    ("Magistrates", ["legal"]),
    ("University", ["researcher"]),
    ("Research", ["researcher"]),
    ("Evidence", ["researcher"]),
    ("Studies", ["researcher"]),
    ("Health", ["health"]),
    ("Midwives", ["health"]),
    ("Paediatrics", ["health"]),
    ("Psychologists", ["health"]),
    ("Nurses", ["health"]),
    ("Councils", ["local-authority"]),
    ("Directors", ["local-authority", "workforce"]),
    ("Social Work", ["workforce"]),
    ("Parents", ["parent", "voluntary"]),
    ("Homes", ["provider"]),
    ("Reviewing", ["workforce"]),
    ("Youth Justice", ["workforce"]),
    ("Early Years", ["education", "provider"]),
]


def ticks(body: Body) -> list[str]:
    for word, options in _BY_WORD:
        if word in body.name:
            return options
    return TICKS[body.kind]
