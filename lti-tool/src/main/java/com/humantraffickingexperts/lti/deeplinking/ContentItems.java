package com.humantraffickingexperts.lti.deeplinking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.launch.claims.CustomParameter;
import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * Writes modules as content items:
 * <a href= "https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link">Deep Linking
 * 2.0, LTI resource link</a>.
 */
@Component
class ContentItems {

	/** Moodle saves nothing longer. */
	private static final int LONGEST_TITLE = 255;

	/** Moodle takes whole numbers from 1 to 100 only. */
	private static final int HIGHEST_SCORE = 100;

	/** Until the page tells its own height. */
	private static final int FRAME_HEIGHT = 720;

	private static final int THUMBNAIL = 128;

	private final ToolAddress address;

	ContentItems(ToolAddress address) {
		this.address = address;
	}

	/**
	 * The content item of a module.
	 * @param module the module
	 * @param choosing what the platform accepts
	 * @param withoutGrade whether no line item is wanted
	 * @return JSON members; texts, whole numbers, and maps of them
	 */
	Map<String, Object> of(CoursePackage module, Choosing choosing, boolean withoutGrade) {
		String title = shortened(module.title());
		Map<String, Object> item = item(module.id(), title, module.summary());
		Map<String, String> custom = new LinkedHashMap<>();
		custom.put(CustomParameter.MODULE, module.id());
		custom.put(CustomParameter.LINK_HISTORY, CustomParameter.LINK_HISTORY_VARIABLE);
		custom.put(CustomParameter.CONTEXT_HISTORY, CustomParameter.CONTEXT_HISTORY_VARIABLE);
		Grading grading = module.grading();
		if (grading != null && choosing.takesLineItems()) {
			if (withoutGrade) {
				custom.put(CustomParameter.GRADE, CustomParameter.NO_GRADE);
			}
			else {
				item.put("lineItem", lineItem(module, grading, title));
			}
		}
		item.put("custom", custom);
		item.putAll(presentation(choosing));
		return item;
	}

	/**
	 * The content item of the resource library, which has no grade.
	 * @param title its title
	 * @param text what it is
	 * @param choosing what the platform accepts
	 * @return JSON members; texts, whole numbers, and maps of them
	 */
	Map<String, Object> ofLibrary(String title, String text, Choosing choosing) {
		Map<String, Object> item = item(Catalog.LIBRARY, title, text);
		item.put("custom",
				Map.of(CustomParameter.MODULE, Catalog.LIBRARY, CustomParameter.GRADE, CustomParameter.NO_GRADE));
		item.putAll(presentation(choosing));
		return item;
	}

	private Map<String, Object> item(String id, String title, String text) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("type", Choosing.RESOURCE_LINK);
		item.put("title", title);
		item.put("text", text);
		// Without a query: Brightspace takes none. What is to be opened is in the custom
		// parameter, which survives course copies.
		item.put("url", this.address.url("/modules/" + id).toString());
		item.put("thumbnail", Map.of("url", this.address.url("/assets/module.svg").toString(), "width", THUMBNAIL,
				"height", THUMBNAIL));
		return item;
	}

	private static Map<String, Object> lineItem(CoursePackage module, Grading grading, String title) {
		Map<String, Object> lineItem = new LinkedHashMap<>();
		// Canvas shows the label instead of the title.
		lineItem.put("label", title);
		lineItem.put("scoreMaximum", Math.clamp(grading.scoreMaximum(), 1, HIGHEST_SCORE));
		lineItem.put("resourceId", module.id());
		lineItem.put("tag", grading.assessment());
		return lineItem;
	}

	/** A frame where the platform has one; a window of its own only where it has none. */
	private static Map<String, Object> presentation(Choosing choosing) {
		List<String> targets = (choosing.settings() == null) ? List.of()
				: choosing.settings().acceptPresentationDocumentTargets();
		if (targets.contains("iframe")) {
			return Map.of("iframe", Map.of("height", FRAME_HEIGHT));
		}
		return targets.contains("window") ? Map.of("window", Map.of("targetName", "_blank")) : Map.of();
	}

	static String shortened(String title) {
		if (title.length() <= LONGEST_TITLE) {
			return title;
		}
		int end = LONGEST_TITLE - 1;
		return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end) + "…";
	}

}
