package com.humantraffickingexperts.lti.catalog;

import java.util.Locale;

import com.humantraffickingexperts.lti.catalog.check.Shared.ResourceEntry;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Builds what the library shows from a resource that was found sound. */
final class ResourceBuilder {

	private ResourceBuilder() {
	}

	static Resource build(ResourceEntry entry) {
		YamlNode node = entry.node();
		return new Resource(node.get("id").text(),
				Resource.Kind.valueOf(node.get("kind").text().toUpperCase(Locale.ROOT)), node.get("title").text(),
				node.get("author").text(), node.get("publisher").text(), node.get("date").text(),
				node.get("summary").text(), node.get("since").texts(), node.get("corrections").texts(),
				entry.source().citation(), entry.source().url());
	}

}
