# syntax=docker/dockerfile:1
# The application as an image: built from the sources with JDK 17, run on a JRE 17 by a user without rights.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dmaven.test.skip=true package
# Libraries apart from the application: starts faster, and an update moves only the small layer.
RUN java -Djarmode=tools -jar target/shouxin.jar extract --destination /application

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin shouxin
WORKDIR /application
COPY --from=build /application/lib lib
COPY --from=build /application/shouxin.jar shouxin.jar
USER shouxin
ENV SPRING_PROFILES_ACTIVE=production,mysql
EXPOSE 8080
# The image's own bash asks, so that no further tool is needed.
HEALTHCHECK --interval=10s --timeout=5s --start-period=300s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-Dfile.encoding=UTF-8", "-jar", "shouxin.jar"]
