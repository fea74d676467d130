/* Samba's LDAP ports are fixed: 389, 636, 3268, 3269. Preloaded into it, this lets a test have others.
 *
 * KIOSK_PORTS="636:20636 389:20389" gives each fixed port its stand-in. bind() takes the stand-in; getsockname() must
 * say the fixed one again, because Samba asks it whether a connection is LDAPS.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum direction { TO_STAND_IN, TO_FIXED };

static in_port_t swapped(in_port_t port, enum direction direction)
{
	const char *pairs = getenv("KIOSK_PORTS");
	unsigned fixed, stand_in;
	int length;

	for (; pairs && sscanf(pairs, " %u:%u%n", &fixed, &stand_in, &length) == 2; pairs += length) {
		unsigned known = direction == TO_STAND_IN ? fixed : stand_in;
		if (ntohs(port) == known)
			return htons(direction == TO_STAND_IN ? stand_in : fixed);
	}
	return port;
}

/* IPv4 and IPv6 addresses keep their port at the same place. */
static int has_port(const struct sockaddr *address)
{
	return address && (address->sa_family == AF_INET || address->sa_family == AF_INET6);
}

int bind(int socket, const struct sockaddr *address, socklen_t size)
{
	int (*next)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
	struct sockaddr_storage copy;

	if (!has_port(address) || size > sizeof copy)
		return next(socket, address, size);
	memcpy(&copy, address, size);
	struct sockaddr_in *inet = (struct sockaddr_in *)&copy;
	inet->sin_port = swapped(inet->sin_port, TO_STAND_IN);
	return next(socket, (struct sockaddr *)&copy, size);
}

int getsockname(int socket, struct sockaddr *address, socklen_t *size)
{
	int (*next)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "getsockname");
	int result = next(socket, address, size);

	if (result == 0 && *size >= sizeof(struct sockaddr_in) && has_port(address)) {
		struct sockaddr_in *inet = (struct sockaddr_in *)address;
		inet->sin_port = swapped(inet->sin_port, TO_FIXED);
	}
	return result;
}
