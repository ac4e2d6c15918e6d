package io.shouxin.origination.web;

import io.shouxin.identity.Access;
import io.shouxin.origination.ProductCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bank's products over HTTP. */
@RestController
@RequestMapping({"/api/v1/products", "/camunda/api/shouxin/v1/products"})
@Tag(name = "Applications")
class ProductController {

    private final ProductCatalogue catalogue;
    private final Access access;

    ProductController(ProductCatalogue catalogue, Access access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    @Operation(summary = "Products that can be applied for today, with tenor, ceiling and who may have them")
    @GetMapping
    List<ProductCatalogue.Offered> today() {
        access.person();
        return catalogue.today();
    }
}
