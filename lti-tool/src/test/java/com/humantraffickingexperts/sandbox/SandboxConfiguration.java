package com.humantraffickingexperts.sandbox;

import java.net.InetAddress;
import java.util.Set;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import com.humantraffickingexperts.sandbox.faults.ResetValve;
import com.humantraffickingexperts.sandbox.faults.ServiceFilter;

/**
 * The sandbox's web server, set up by hand, so that nothing of the tool's configuration,
 * environment or class path leaks into it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@ComponentScan(basePackageClasses = SandboxConfiguration.class)
class SandboxConfiguration implements WebMvcConfigurer {

	/** Hosts under which nobody else shall reach the sandbox. */
	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

	@Bean
	TomcatServletWebServerFactory webServer(SandboxSettings settings) {
		TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(settings.port());
		factory.addEngineValves(new ResetValve());
		if (LOOPBACK.contains(settings.host())) {
			factory.setAddress(InetAddress.getLoopbackAddress());
		}
		return factory;
	}

	@Bean
	DispatcherServlet dispatcherServlet(WebApplicationContext context) {
		return new DispatcherServlet(context);
	}

	@Bean
	ServletRegistrationBean<DispatcherServlet> dispatcherServletRegistration(DispatcherServlet servlet) {
		return new ServletRegistrationBean<>(servlet, "/");
	}

	@Bean
	FilterRegistrationBean<CharacterEncodingFilter> encoding() {
		FilterRegistrationBean<CharacterEncodingFilter> registration = new FilterRegistrationBean<>(
				new CharacterEncodingFilter("UTF-8", true, false));
		registration.setOrder(-2);
		return registration;
	}

	@Bean
	FilterRegistrationBean<ServiceFilter> services(ServiceFilter filter) {
		FilterRegistrationBean<ServiceFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(-1);
		return registration;
	}

	@Bean
	ThymeleafViewResolver viewResolver(ApplicationContext context) {
		SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
		templates.setApplicationContext(context);
		templates.setPrefix("classpath:/sandbox/templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(engine);
		views.setCharacterEncoding("UTF-8");
		return views;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/static/**").addResourceLocations("classpath:/sandbox/static/");
	}

}
