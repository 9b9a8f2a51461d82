package com.humantraffickingexperts.sandbox.pages;

import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * Who somebody has chosen to be, in a cookie. There is nothing to protect: everybody may
 * be anybody here.
 */
@Component
public class Session {

	/** The name of the cookie. */
	public static final String COOKIE = "htmse-sandbox-person";

	private final People people;

	Session(People people) {
		this.people = people;
	}

	/**
	 * Who the person at the browser is.
	 * @param request a request
	 * @return the person, or null when nobody was chosen or the browser keeps the cookie
	 * back
	 */
	public @Nullable Person person(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? null
				: Arrays.stream(cookies)
					.filter((cookie) -> cookie.getName().equals(COOKIE))
					.findFirst()
					.flatMap((cookie) -> this.people.byUsername(cookie.getValue()))
					.orElse(null);
	}

	void become(Person person, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(person.username()).build().toString());
	}

	void end(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
	}

	private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
		return ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).sameSite("Lax");
	}

}
