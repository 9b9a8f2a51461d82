package com.humantraffickingexperts.lti.admin.pages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.humantraffickingexperts.lti.admin.AdminSection;
import com.humantraffickingexperts.lti.admin.Administrator;

/** Gives every page of the console what its shell shows. */
@Configuration(proxyBeanMethods = false)
class Shell implements WebMvcConfigurer, HandlerInterceptor {

	/** The model attribute that the layout reads. */
	static final String ATTRIBUTE = "shell";

	private static final String HOME = "/admin";

	private final List<AdminSection> sections;

	Shell(List<AdminSection> sections) {
		this.sections = sections.stream().sorted(Comparator.comparingInt(AdminSection::order)).toList();
	}

	/** The console's own sections; features add theirs between them. */
	@Configuration(proxyBeanMethods = false)
	static class OwnSections {

		@Bean
		AdminSection homeSection() {
			return AdminSection.of(0, "admin.home", HOME);
		}

	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns(HOME, HOME + "/**");
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && page.getViewName() != null
				&& !Objects.requireNonNull(page.getViewName()).startsWith("redirect:")) {
			page.addObject(ATTRIBUTE, view(request.getRequestURI()));
		}
	}

	private View view(String path) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof Administrator administrator)) {
			return new View(null, List.of(), null);
		}
		List<Entry> entries = this.sections.stream()
			.filter((section) -> section.visibleFor(administrator.role()))
			.map((section) -> new Entry(section.messageKey(), section.path(), within(path, section.path()),
					path.equals(section.path())))
			.toList();
		Entry current = entries.stream().filter(Entry::current).findFirst().orElse(null);
		return new View(administrator, entries, current);
	}

	private static boolean within(String path, String section) {
		return path.equals(section) || (!HOME.equals(section) && path.startsWith(section + "/"));
	}

	/**
	 * What the shell shows.
	 *
	 * @param administrator who is signed in, or null
	 * @param sections the navigation
	 * @param section the section in which the page lies, or null
	 */
	record View(@Nullable Administrator administrator, List<Entry> sections, @Nullable Entry section) {

		/**
		 * An instant as pages show it: administrators of one tool may sit in different
		 * zones, so all times are UTC and say so.
		 */
		public OffsetDateTime time(Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}

	}

	/**
	 * An entry of the navigation.
	 *
	 * @param messageKey the key of its words
	 * @param path where it leads
	 * @param current whether the page lies in it
	 * @param exact whether it leads to this very page
	 */
	record Entry(String messageKey, String path, boolean current, boolean exact) {
	}

}
