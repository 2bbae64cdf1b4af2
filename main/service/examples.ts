import type { ExampleLanguage } from '../../common/model'
import type { TokenParameters } from '../../common/token-parameters'
import { tokenPath } from './tokens'

export interface ExampleOptions {
  /** Scheme and host of the service, without a trailing slash. */
  readonly origin: string
  readonly parameters: TokenParameters
}

/** The file that each example is saved as, and the command that runs it. */
export const exampleFiles: Readonly<
  Record<ExampleLanguage, { readonly file: string; readonly run: string }>
> = {
  curl: { file: 'token.sh', run: 'sh token.sh' },
  javascript: { file: 'token.mjs', run: 'node token.mjs' },
  python: { file: 'token.py', run: 'python3 token.py' },
  java: { file: 'Token.java', run: 'java Token.java' },
  go: { file: 'token.go', run: 'go run token.go' },
}

/**
 * Returns a complete program that requests and prints a token, without packages. It reads the key
 * from ASSEMBLYAI_API_KEY, follows no redirect and times out after 10 seconds.
 */
export function tokenExample(language: ExampleLanguage, options: ExampleOptions): string {
  return templates[language](options)
}

const templates: Readonly<Record<ExampleLanguage, (options: ExampleOptions) => string>> = {
  curl: ({ origin, parameters }) => `\
answer=$(
  curl --silent --show-error --fail-with-body --max-time 10 \\
    --header "Authorization: $ASSEMBLYAI_API_KEY" \\
    "${origin}${tokenPath(parameters)}"
) || { echo "$answer" >&2; exit 1; }
echo "$answer" | sed -n 's/.*"token" *: *"\\([^"]*\\)".*/\\1/p'
`,

  javascript: ({ origin, parameters }) => `\
const response = await fetch(
  '${origin}${tokenPath(parameters)}',
  {
    headers: { Authorization: process.env.ASSEMBLYAI_API_KEY },
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  },
)
if (!response.ok) throw new Error(\`HTTP \${response.status}: \${await response.text()}\`)
const { token } = await response.json()
console.log(token)
`,

  python: ({ origin, parameters }) => {
    const { host, protocol } = new URL(origin)
    const connection = protocol === 'https:' ? 'HTTPSConnection' : 'HTTPConnection'
    return `\
import http.client
import json
import os
import sys

connection = http.client.${connection}("${host}", timeout=10)
connection.request(
    "GET",
    "${tokenPath(parameters)}",
    headers={"Authorization": os.environ["ASSEMBLYAI_API_KEY"]},
)
response = connection.getresponse()
body = response.read().decode()
if response.status != 200:
    sys.exit(f"HTTP {response.status}: {body}")
print(json.loads(body)["token"])
`
  },

  java: ({ origin, parameters }) => `\
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

public class Token {
    public static void main(String[] args) throws Exception {
        var request = HttpRequest.newBuilder()
            .uri(URI.create(
                "${origin}${tokenPath(parameters)}"))
            .header("Authorization", System.getenv("ASSEMBLYAI_API_KEY"))
            .timeout(Duration.ofSeconds(10))
            .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + response.statusCode() + ": " + response.body());
        }
        var token = Pattern.compile("\\"token\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(response.body());
        if (!token.find()) throw new IllegalStateException("No token in the answer");
        System.out.println(token.group(1));
    }
}
`,

  go: ({ origin, parameters }) => `\
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	request, err := http.NewRequest(
		"GET",
		"${origin}${tokenPath(parameters)}",
		nil,
	)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", os.Getenv("ASSEMBLYAI_API_KEY"))
	client := http.Client{
		Timeout: 10 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		log.Fatalf("HTTP %d: %s", response.StatusCode, body)
	}
	var answer struct {
		Token string \`json:"token"\`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Token)
}
`,
}
