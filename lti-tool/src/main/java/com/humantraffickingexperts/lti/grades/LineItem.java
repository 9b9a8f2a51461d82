package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.net.URI;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.launch.ResourceLinkId;

/**
 * A column of the gradebook:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service">AGS 2.0,
 * section 3.2</a>.
 *
 * @param id its address
 * @param resourceLinkId the resource link to which it belongs, empty when the platform
 * names none
 * @param resourceId the tool's name for it, empty when it has none
 */
record LineItem(URI id, String resourceLinkId, String resourceId) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** A line item from an answer; null when it has no usable address. */
	static @Nullable LineItem of(JsonNode json) {
		String id = json.path("id").asString("");
		try {
			URI address = URI.create(id);
			boolean usable = address.isAbsolute() && address.getHost() != null
					&& id.length() <= Gradebook.LONGEST_ADDRESS;
			return usable ? new LineItem(address, json.path("resourceLinkId").asString(""),
					json.path("resourceId").asString("")) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * The body by which a line item is created. Its {@code resourceId} is our name for
	 * the resource link: unlike the module's id it differs for each placement, so it
	 * identifies the column also on Blackboard, which does not keep
	 * {@code resourceLinkId}. It has only letters and digits, because Sakai encodes
	 * anything else.
	 */
	static byte[] creation(Gradebook gradebook, String module, BigDecimal maximum) {
		if (gradebook.title().isBlank() || maximum.signum() <= 0) {
			throw new IllegalArgumentException("a line item has a label and a maximum above zero");
		}
		ObjectNode body = JSON.createObjectNode();
		body.put("label", gradebook.title());
		body.put("scoreMaximum", new BigDecimal(maximum.stripTrailingZeros().toPlainString()));
		body.put("resourceLinkId", gradebook.platformLink());
		body.put("resourceId", gradebook.link().value());
		body.put("tag", module);
		return JSON.writeValueAsBytes(body);
	}

	boolean belongsTo(String platformLink) {
		return platformLink.equals(this.resourceLinkId);
	}

	boolean createdFor(ResourceLinkId link) {
		return link.value().equals(this.resourceId);
	}

}
