package com.humantraffickingexperts.lti.start;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

/**
 * Says at once of which type a bean certainly is not. Spring asks that some hundred
 * thousand times while it starts, of several hundred beans, and finds each answer by way
 * of what it knows of generic types.
 */
class QuickBeans extends DefaultListableBeanFactory {

	/** Whatever it may turn out to be: only Spring can tell. */
	private static final Class<?> UNKNOWN = FactoryBean.class;

	private final Map<String, Class<?>> expected = new ConcurrentHashMap<>();

	@Override
	protected boolean isTypeMatch(String name, ResolvableType type, boolean allowFactoryBeanInit) {
		return !isCertainlyNot(name, type) && super.isTypeMatch(name, type, allowFactoryBeanInit);
	}

	/** Somebody defines a bean anew, or removes it. */
	@Override
	protected void resetBeanDefinition(String name) {
		this.expected.remove(name);
		super.resetBeanDefinition(name);
	}

	private boolean isCertainlyNot(String name, ResolvableType type) {
		if (!isConfigurationFrozen() || !containsBeanDefinition(name)) {
			return false;
		}
		Class<?> asked = type.resolve();
		Class<?> known = known(name);
		return asked != null && !FactoryBean.class.isAssignableFrom(known) && !asked.isAssignableFrom(known);
	}

	/** Once there is a bean, it may be more than was to be expected of its definition. */
	private Class<?> known(String name) {
		Object bean = getSingleton(name, false);
		if (bean != null) {
			return isNothing(bean) ? UNKNOWN : bean.getClass();
		}
		Class<?> type = this.expected.get(name);
		if (type == null) {
			type = isFactoryBean(name) ? UNKNOWN : Objects.requireNonNullElse(getType(name, false), UNKNOWN);
			this.expected.put(name, type);
		}
		return type;
	}

	/** Spring's own stand-in for a bean that is null says so. */
	@SuppressWarnings("EqualsNull")
	private static boolean isNothing(Object bean) {
		return bean.equals(null);
	}

}
