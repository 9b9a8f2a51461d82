package com.humantraffickingexperts.lti.web;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Lets {@code th:lang} say the direction beside the language, so that English content
 * keeps its own inside a page that runs from right to left, and the other way round.
 *
 * @see <a href="https://www.w3.org/International/questions/qa-html-dir">W3C: structural
 * markup and right-to-left text</a>
 */
@Component
class TextDirection extends AbstractProcessorDialect {

	/** Before the standard dialect's attribute of the same name. */
	private static final int FIRST = 500;

	private static final Set<String> FROM_RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

	TextDirection() {
		super("Direction of texts", "th", FIRST);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new Lang(dialectPrefix));
	}

	static String of(Locale language) {
		return FROM_RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
	}

	/** {@code th:lang}. */
	private static final class Lang extends AbstractStandardExpressionAttributeTagProcessor {

		Lang(String dialectPrefix) {
			super(TemplateMode.HTML, dialectPrefix, "lang", FIRST, true, false);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attributeName,
				String attributeValue, @Nullable Object expressionResult,
				IElementTagStructureHandler structureHandler) {
			if (expressionResult == null) {
				return;
			}
			Locale language = Locale.forLanguageTag(expressionResult.toString()).stripExtensions();
			structureHandler.setAttribute("lang", language.toLanguageTag());
			if (!tag.hasAttribute("dir")) {
				structureHandler.setAttribute("dir", of(language));
			}
		}

	}

}
