package com.humantraffickingexperts.lti.admin.entry;

import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.admin.Reauthenticated;

/** Enforces {@link OperatorsOnly} and {@link Reauthenticated}. */
@Component
class Guards implements HandlerInterceptor, SmartInitializingSingleton {

	private final AdminSessions sessions;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	Guards(AdminSessions sessions, ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.sessions = sessions;
		this.mappings = mappings;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method)) {
			return true;
		}
		if (marked(method, OperatorsOnly.class)) {
			Administrator administrator = AdminArgument.signedIn();
			if (administrator == null) {
				throw Administrator.notFound();
			}
			administrator.requireOperator();
		}
		if (marked(method, Reauthenticated.class) && !this.sessions.provedLately(request)) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION,
					"/admin/proof?then=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
			return false;
		}
		return true;
	}

	private static boolean marked(HandlerMethod method, Class<? extends Annotation> mark) {
		return method.hasMethodAnnotation(mark) || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), mark);
	}

	/** Whoever is asked for proof before a form is sent has to come back to a page. */
	@Override
	public void afterSingletonsInstantiated() {
		this.mappings.orderedStream().forEach((mapping) -> check(mapping.getHandlerMethods()));
	}

	static void check(Map<RequestMappingInfo, HandlerMethod> handlers) {
		Set<String> pages = new HashSet<>();
		handlers.keySet().forEach((info) -> {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				pages.addAll(info.getPatternValues());
			}
		});
		handlers.forEach((info, method) -> {
			if (marked(method, Reauthenticated.class) && !pages.containsAll(info.getPatternValues())) {
				throw new IllegalStateException(
						"@Reauthenticated needs a page that answers GET at the same path: " + info.getPatternValues());
			}
		});
	}

}
