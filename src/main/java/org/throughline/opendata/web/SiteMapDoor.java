package org.throughline.opendata.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.throughline.calls.Call;
import org.throughline.calls.PublishedCalls;
import org.throughline.inputs.InputTags;
import org.throughline.opendata.SiteMap;
import org.throughline.platform.Refusal;
import org.throughline.platform.Settings;
import org.throughline.platform.access.OpenToAll;
import org.throughline.platform.harvest.MappedPages;
import org.throughline.platform.web.PageStore;
import org.throughline.stocktaking.RegisterTags;

/// The way for search engines: what there is, and where they need not go.
@Controller
class SiteMapDoor {

    private final SiteMap siteMap;
    private final PublishedCalls calls;
    private final Settings settings;
    private final PageStore pages;

    SiteMapDoor(SiteMap siteMap, PublishedCalls calls, Settings settings, PageStore pages) {
        this.siteMap = siteMap;
        this.calls = calls;
        this.settings = settings;
        this.pages = pages;
    }

    // Lists chosen by facets are the same entries in ever new orders: more pages than anybody can read.
    @OpenToAll
    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        String text = """
                User-agent: *
                Disallow: /search
                Disallow: /*/search
                Disallow: /stocktaking?
                Disallow: /*/stocktaking?
                Disallow: /collections/*?
                Disallow: /*/inputs?
                Disallow: /oai
                Disallow: /sign-in
                Disallow: /*/sign-in
                Allow: /

                Sitemap: %s/sitemap.xml
                """.formatted(settings.publicUrl());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @OpenToAll
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        pages.dependsOn("calls", RegisterTags.list());
        pages.dependsOn(siteMap.tags());
        return answer(siteMap.index());
    }

    @OpenToAll
    @GetMapping("/sitemaps/pages.xml")
    ResponseEntity<byte[]> pages() {
        pages.dependsOn("vocabularies");
        return answer(siteMap.pages());
    }

    @OpenToAll
    @GetMapping("/sitemaps/register/{part:\\d{1,6}}.xml")
    ResponseEntity<byte[]> register(@PathVariable long part) {
        pages.dependsOn(RegisterTags.list());
        return answer(siteMap.register(part));
    }

    @OpenToAll
    @GetMapping("/sitemaps/{module:[a-z]+}/{part:\\d{1,6}}.xml")
    ResponseEntity<byte[]> part(@PathVariable String module, @PathVariable long part) {
        MappedPages of = siteMap.mapped(module).orElseThrow(Refusal::notFound);
        pages.dependsOn(of.tag());
        return answer(siteMap.part(of, part));
    }

    @OpenToAll
    @GetMapping("/sitemaps/calls/{slug}.xml")
    ResponseEntity<byte[]> call(@PathVariable String slug) {
        Call call = calls.find(slug).orElseThrow(Refusal::notFound);
        pages.dependsOn("call:" + slug, InputTags.list(slug));
        return answer(siteMap.call(call));
    }

    private static ResponseEntity<byte[]> answer(String xml) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/xml;charset=utf-8"))
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
