package com.humantraffickingexperts.lti.start;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/** Beans are found as Spring itself would find them. */
class QuickBeansTests {

	private static final List<ResolvableType> TYPES = List.of(ResolvableType.forClass(Object.class),
			ResolvableType.forClass(Animal.class), ResolvableType.forClass(Cat.class),
			ResolvableType.forClass(Dog.class), ResolvableType.forClass(Supplier.class),
			ResolvableType.forClass(FactoryBean.class), ResolvableType.forClass(CatFactory.class),
			ResolvableType.forClass(SpringProxy.class), ResolvableType.forClass(Keeper.class),
			ResolvableType.forClass(Animals.class), ResolvableType.forClass(BeanFactory.class),
			ResolvableType.forClass(Consumer.class), ResolvableType.forClassWithGenerics(Supplier.class, String.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Integer.class),
			ResolvableType.forClassWithGenerics(Function.class, String.class, Integer.class),
			ResolvableType.forClassWithGenerics(FactoryBean.class, Cat.class),
			ResolvableType.forClassWithGenerics(Supplier.class, Animal.class));

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void beforeBeansAreMadeAndAfterIt(boolean eager) {
		try (AnnotationConfigApplicationContext usual = context(new DefaultListableBeanFactory());
				AnnotationConfigApplicationContext quick = context(new QuickBeans())) {
			usual.getBeanFactory().freezeConfiguration();
			quick.getBeanFactory().freezeConfiguration();
			assertThat(found(quick, eager)).isEqualTo(found(usual, eager));
			for (AnnotationConfigApplicationContext each : List.of(usual, quick)) {
				each.getBean("declaredAsAnimal");
			}
			assertThat(found(quick, eager)).isEqualTo(found(usual, eager));
			for (AnnotationConfigApplicationContext each : List.of(usual, quick)) {
				each.getBeanFactory().preInstantiateSingletons();
				each.getBean("seldomUsed");
			}
			assertThat(found(quick, eager)).isEqualTo(found(usual, eager));
			assertThat(quick.getBeanNamesForType(Dog.class)).contains("declaredAsAnimal");
		}
	}

	@Test
	void whenOneIsDefinedAnew() {
		QuickBeans beans = new QuickBeans();
		beans.registerBeanDefinition("pet", new RootBeanDefinition(Cat.class));
		beans.freezeConfiguration();
		assertThat(beans.getBeanNamesForType(Dog.class)).isEmpty();
		beans.registerBeanDefinition("pet", new RootBeanDefinition(Dog.class));
		assertThat(beans.getBeanNamesForType(Dog.class)).containsExactly("pet");
		assertThat(beans.getBeanNamesForType(Cat.class)).isEmpty();
	}

	@Test
	void theToolIsMadeOfThem() {
		SpringApplication tool = new SpringApplicationBuilder(Server.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0")
			.build();
		try (ConfigurableApplicationContext context = tool.run()) {
			assertThat(context.getBeanFactory()).isInstanceOf(QuickBeans.class);
		}
	}

	@Test
	void aBeanThatIsNamedLikeItsTypeStepsBehindThePrimaryOne() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(new QuickBeans())) {
			context.register(SettledBeans.class, Dogs.class);
			context.refresh();
			assertThat(context.getBean(Walk.class).dog()).isSameAs(context.getBean("favourite"));
			assertThat(context.getBean(Run.class).dog()).isSameAs(context.getBean("second"));
		}
	}

	private static AnnotationConfigApplicationContext context(DefaultListableBeanFactory beans) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(beans);
		context.register(Zoo.class);
		// Defines the beans without making any.
		context.refreshForAotProcessing(new RuntimeHints());
		return context;
	}

	private static Map<ResolvableType, List<String>> found(ConfigurableApplicationContext context, boolean eager) {
		Map<ResolvableType, List<String>> found = new LinkedHashMap<>();
		TYPES.forEach((type) -> found.put(type, List.of(context.getBeanNamesForType(type, true, eager))));
		return found;
	}

	interface Animal {

	}

	static class Cat implements Animal {

	}

	static class Dog implements Animal, Supplier<String> {

		@Override
		public String get() {
			return "Wau";
		}

	}

	record Keeper(Animal animal) {
	}

	record Animals(List<Animal> all) {
	}

	static class CatFactory implements FactoryBean<Cat> {

		@Override
		public Cat getObject() {
			return new Cat();
		}

		@Override
		public Class<?> getObjectType() {
			return Cat.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Zoo {

		@Bean
		Animal declaredAsAnimal() {
			return new Dog();
		}

		@Bean
		Cat cat() {
			return new Cat();
		}

		@Bean
		CatFactory madeByAFactory() {
			return new CatFactory();
		}

		@Bean
		FactoryBean<?> madeByAnUnknownFactory() {
			return new CatFactory();
		}

		@Bean
		Supplier<Integer> number() {
			return () -> 1;
		}

		@Bean
		Object declaredAsNothing() {
			return (Function<String, Integer>) String::length;
		}

		@Bean
		Object proxied() {
			return new ProxyFactory(new Dog()).getProxy();
		}

		@Bean
		@Nullable Keeper nobody() {
			return null;
		}

		@Bean
		@Lazy
		Keeper seldomUsed() {
			return new Keeper(new Cat());
		}

		@Bean
		@Scope("prototype")
		Animals all(List<Animal> all) {
			return new Animals(all);
		}

	}

	record Walk(Dog dog) {
	}

	record Run(Dog dog) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Dogs {

		@Bean
		Dog dog() {
			return new Dog();
		}

		@Bean
		@Primary
		Dog favourite() {
			return new Dog();
		}

		@Bean
		Dog second() {
			return new Dog();
		}

		@Bean
		Walk walk(Dog any) {
			return new Walk(any);
		}

		@Bean
		Run run(@Qualifier("second") Dog any) {
			return new Run(any);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Server {

		@Bean
		TomcatServletWebServerFactory server() {
			return new TomcatServletWebServerFactory(0);
		}

	}

}
