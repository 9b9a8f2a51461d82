package com.humantraffickingexperts.lti.web;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.Fragment;
import org.thymeleaf.standard.expression.IStandardExpressionParser;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Fragments that are written once and then kept, because they look the same for everybody
 * who comes to the same place in the same language:
 *
 * <pre>{@code
 * <th:block kept:insert="~{web/shell :: above}" kept:by="support, reading"></th:block>
 * }</pre>
 *
 * {@code kept:by} names all of the model that the fragment shows beside the language. The
 * request's {@link OwnWords} may be part of both: they are left open in what is kept, and
 * filled in for each request. Where a request has no address of its own, nothing is kept.
 */
@Component
class KeptMarkup extends AbstractProcessorDialect {

	private static final String PREFIX = "kept";

	/** In characters, of which most take a byte. */
	private static final long LARGEST = 4_000_000;

	private final Cache<Key, Moulded> kept = Caffeine.newBuilder()
		.maximumWeight(LARGEST)
		.weigher((Key key, Moulded markup) -> markup.length())
		.build();

	private final boolean checked;

	/**
	 * Makes an empty store.
	 * @param settings whether to check what is kept
	 */
	KeptMarkup(KeptMarkupSettings settings) {
		super("Kept markup", PREFIX, 1_000);
		this.checked = settings.checked();
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Insert(dialectPrefix));
	}

	private String markup(ITemplateContext context, String fragment, @Nullable String by) {
		OwnWords own = OwnWords.of(context);
		if (own == null) {
			return write(context, fragment);
		}
		Key key = new Key(fragment, context.getLocale(), own.kinds(), values(context, by, own));
		Moulded found = this.kept.getIfPresent(key);
		if (found == null || this.checked) {
			Moulded fresh = Moulded.of(write(context, fragment), own);
			if (found != null && !found.equals(fresh)) {
				throw new IllegalStateException(fragment + " shows more than what it is kept by: " + by);
			}
			if (!fresh.shows(own.secret())) {
				this.kept.put(key, fresh);
			}
			found = fresh;
		}
		return found.filled(own);
	}

	private static List<Object> values(ITemplateContext context, @Nullable String by, OwnWords own) {
		return (by == null) ? List.of()
				: Arrays.stream(by.split(","))
					.map((name) -> Likeness.of(context.getVariable(name.strip()), own))
					.toList();
	}

	private static String write(ITemplateContext context, String fragment) {
		StringWriter markup = new StringWriter();
		IStandardExpressionParser parser = StandardExpressions.getExpressionParser(context.getConfiguration());
		if (parser.parseExpression(context, fragment).execute(context) instanceof Fragment found) {
			context.getConfiguration().getTemplateManager().process(found.getTemplateModel(), context, markup);
		}
		return markup.toString();
	}

	/** Puts a fragment in place of the element. */
	private final class Insert extends AbstractAttributeTagProcessor {

		private static final int BEFORE_ALL_BUT_CONDITIONS = 400;

		private Insert(String prefix) {
			super(TemplateMode.HTML, prefix, null, false, "insert", true, BEFORE_ALL_BUT_CONDITIONS, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute,
				String fragment, IElementTagStructureHandler structure) {
			structure.replaceWith(markup(context, fragment, tag.getAttributeValue(PREFIX, "by")), false);
		}

	}

	/**
	 * What markup depends on.
	 *
	 * @param fragment which fragment it is
	 * @param locale the language
	 * @param own which kinds of words are left open in it
	 * @param by the values that it shows
	 */
	private record Key(String fragment, Locale locale, List<OwnWords.Kind> own, List<Object> by) {
	}

}
