"""Code blocks in ten languages.

Each language has pieces of a few lines. A block is one or more pieces with the placeholders
``ALPHA``, ``BETA`` and ``GAMMA`` replaced by words and ``NUM`` by a number.
"""

import random

PIECES = {
    "bash": [
        'set -euo pipefail\n\nfor ALPHA in "$@"; do\n'
        '  echo "reading ${ALPHA}"  # one at a time\n  BETA --GAMMA=NUM "${ALPHA}" | sort -u\ndone\n',
        'if [ -z "${ALPHA_BETA:-}" ]; then\n  echo "ALPHA_BETA is not set" >&2\n  exit NUM\nfi\n',
        "kubectl --namespace ALPHA rollout restart deployment/BETA\n"
        "curl -fsS https://ALPHA.example/healthz?GAMMA=NUM | jq '.BETA[]'\n",
    ],
    "yaml": [
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ALPHA  # as in the catalog\n"
        "  labels: {app: ALPHA, tier: \"NUM\"}\nspec:\n  replicas: NUM\n  template:\n    spec:\n"
        "      containers:\n        - name: BETA\n          image: registry.example/ALPHA:v1.NUM\n"
        "          args: [\"--GAMMA\", \"NUM\"]\n",
        "ALPHA:\n  enabled: true\n  BETA: &BETA\n    timeout: NUMs\n    retries: 3\n"
        "  GAMMA:\n    base: *BETA\n    text: |\n      first line\n      second line\n",
    ],
    "json": [
        '{\n  "ALPHA": "BETA",\n  "count": NUM,\n  "GAMMA": [1, 2.5, true, null],\n'
        '  "nested": {"ALPHA_BETA": "\\u00e9", "NUM": {}}\n}\n',
        '{\n  "id": "ALPHA-NUM",\n  "links": [\n    {"rel": "self", "href": "/BETA/NUM"},\n'
        '    {"rel": "GAMMA", "href": "/GAMMA"}\n  ]\n}\n',
    ],
    "python": [
        'from ALPHA import BETA\n\n\ndef GAMMA_ALPHA(value: int, *, limit: int = NUM) -> str:\n'
        '    """Return the ALPHA of a BETA."""\n    if value > limit:  # never in tests\n'
        '        raise ValueError(f"ALPHA is {value!r}")\n'
        '    return ", ".join(str(GAMMA) for GAMMA in range(value))\n',
        "class Alpha_ALPHA(BETA):\n    limit = 0xNUM\n\n    @property\n    def GAMMA(self):\n"
        "        return {key: value for key, value in self.items() if value is not None}\n",
    ],
    "go": [
        'package ALPHA\n\nimport (\n\t"context"\n\t"fmt"\n)\n\n// BETA reads a GAMMA.\n'
        'func (s *Server) BETA(ctx context.Context, id string) (*GAMMA, error) {\n'
        '\tif id == "" {\n\t\treturn nil, fmt.Errorf("ALPHA %q: %w", id, errNUM)\n\t}\n'
        "\treturn s.GAMMA[id], nil\n}\n",
        'for i := 0; i < NUM; i++ {\n\tgo func(ALPHA int) {\n\t\tdefer wg.Done()\n'
        "\t\tBETA <- ALPHA * 2\n\t}(i)\n}\nwg.Wait()\n",
    ],
    "java": [
        'package example.ALPHA;\n\n/** Holds one BETA. */\npublic final class AlphaALPHA {\n'
        "  private static final int LIMIT = NUM;\n\n  @Override\n"
        "  public Optional<String> BETA(List<String> GAMMA) {\n"
        '    return GAMMA.stream().filter(x -> !x.isEmpty()).map(x -> x + "ALPHA").findFirst();\n'
        "  }\n}\n",
    ],
    "typescript": [
        "import { ALPHA } from './BETA';\n\nexport interface AlphaBETA {\n  id: string;\n"
        "  GAMMA?: number[];\n}\n\nexport async function BETA(url: string): Promise<AlphaBETA> {\n"
        "  const response = await fetch(`${url}/ALPHA?limit=${NUM}`);\n"
        "  if (!response.ok) throw new Error(`BETA: ${response.status}`); // shown to the user\n"
        "  return (await response.json()) as AlphaBETA;\n}\n",
    ],
    "sql": [
        "SELECT a.ALPHA, count(*) AS BETA\n  FROM GAMMA a\n  LEFT JOIN BETA b ON b.id = a.BETA_id\n"
        " WHERE a.created_at > now() - interval 'NUM days'  -- keep in step with the report\n"
        " GROUP BY 1\nHAVING count(*) > NUM\n ORDER BY 2 DESC;\n",
        "CREATE TABLE ALPHA (\n  id bigint PRIMARY KEY,\n  BETA text NOT NULL DEFAULT 'GAMMA',\n"
        "  amount numeric(12, 2)\n);\n",
    ],
    "hcl": [
        'resource "aws_ALPHA" "BETA" {\n  name  = "GAMMA-${var.environment}"\n  count = NUM\n\n'
        '  tags = {\n    Team = "ALPHA" # who pays\n  }\n}\n',
    ],
    "dockerfile": [
        "FROM debian:12-slim AS build\nARG ALPHA=NUM\nWORKDIR /src\nCOPY . .\n"
        "RUN make BETA \\\n    && rm -rf /var/lib/GAMMA\n\nFROM scratch\n"
        'COPY --from=build /src/BETA /BETA\nENTRYPOINT ["/BETA", "--GAMMA"]\n',
    ],
}

_LANGUAGES = list(PIECES)
_SHARES = [28, 24, 10, 10, 6, 5, 6, 4, 4, 3]


def code_block(source: random.Random, names: list[str]) -> str:
    """A fenced block, most with a language, some with a title or marked lines.

    - names: words to use as identifiers.
    """
    language = source.choices(_LANGUAGES, weights=_SHARES)[0]
    count = source.choice((1, 1, 1, 2, 2, 3, 5))
    pieces = source.choices(PIECES[language], k=count)
    text = "\n".join(_filled(piece, source, names) for piece in pieces)
    chance = source.random()
    if chance < 0.12:
        info = ""
    elif chance < 0.20:
        info = f'{language} title="{source.choice(names)}"'
    elif chance < 0.26:
        info = f'{language} hl_lines="1 2"'
    else:
        info = language
    return f"```{info}\n{text}```"


def _filled(piece: str, source: random.Random, names: list[str]) -> str:
    for placeholder in ("ALPHA", "BETA", "GAMMA"):
        piece = piece.replace(placeholder, source.choice(names))
    return piece.replace("NUM", str(source.randrange(1, 400)))
