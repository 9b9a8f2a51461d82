#!/usr/bin/env bash
# Whether the tool in this container is alive. The JRE image has neither curl nor wget for certain; it has bash.
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:-8079}" || exit 1
printf 'GET /actuator/health/liveness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[[ ${status:-} == 200 ]]
