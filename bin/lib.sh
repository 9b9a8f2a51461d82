# Shared by the commands in this folder: finds what they need, or says in one line what to do.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

java_version() { "$1" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p'; }

# Sets JDK to the home of a JDK 25: JAVA_HOME, the usual places, or the java on the PATH.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$(dirname "$(dirname "$(readlink -f "$(command -v java 2>/dev/null)" 2>/dev/null)")" 2>/dev/null)"; do
    if [[ -n $candidate && -x $candidate/bin/javac && $(java_version "$candidate/bin/java") == 25 ]]; then
      JDK=$candidate
      return
    fi
  done
  fail "JDK 25 was not found: install one (Debian with the Adoptium repository: apt-get install temurin-25-jdk), or set JAVA_HOME to it."
}

need_maven() { command -v mvn >/dev/null || fail "Maven was not found: install it (Debian: apt-get install maven)."; }

maven() { mvn -ntp -f "$root/pom.xml" "$@"; }
