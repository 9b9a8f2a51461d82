package com.humantraffickingexperts.lti.catalog.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

import com.humantraffickingexperts.lti.catalog.PictureFile;
import com.humantraffickingexperts.lti.catalog.Pictures;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * {@code GET /pictures/{digest}.{ending}}: a picture of a module. Its address is that of
 * its content, so it may be kept for good.
 */
@Controller
class PictureController {

	/** What is no such address is nowhere. */
	private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}\\.[a-z]{3,4}");

	private final List<Pictures> pictures;

	PictureController(List<Pictures> pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/pictures/{name}")
	void picture(@PathVariable String name, WebRequest request, HttpServletResponse response) throws IOException {
		PictureFile picture = this.pictures.stream()
			.filter((place) -> ADDRESS.matcher(name).matches())
			.flatMap((place) -> place.picture(name).stream())
			.findFirst()
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND, Map.of("address", "picture")));
		PageHeaders.pictureForGood(response);
		if (request.checkNotModified("\"" + name + "\"")) {
			return;
		}
		byte[] content = picture.content();
		response.setContentType(picture.mediaType());
		response.setContentLength(content.length);
		response.getOutputStream().write(content);
	}

}
