package com.humantraffickingexperts.lti.start;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Tells Spring, as soon as all beans are defined, that no more will be: it would believe
 * so only after the web server was prepared, and until then keeps no answer about their
 * types. Tells it also that a bean is mostly named like the type that is asked for, so
 * that it need not look through all of them.
 */
@Component
class SettledBeans implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		if (beans instanceof DefaultListableBeanFactory factory) {
			factory.setAutowireCandidateResolver(new NamedByType());
		}
		beans.freezeConfiguration();
	}

	/**
	 * Spring takes the suggestion only if that bean is of the type, has the qualifiers
	 * and steps behind no other that is primary.
	 */
	private static final class NamedByType extends ContextAnnotationAutowireCandidateResolver {

		@Override
		public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
			String name = super.getSuggestedName(descriptor);
			return (name != null) ? name : ClassUtils.getShortNameAsProperty(descriptor.getDependencyType());
		}

	}

}
