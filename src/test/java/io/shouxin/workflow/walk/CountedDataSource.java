package io.shouxin.workflow.walk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements sent to a database; a batch counts each of its rows. */
final class CountedDataSource extends DelegatingDataSource {

    private final AtomicLong statements = new AtomicLong();

    CountedDataSource(DataSource target) {
        super(target);
    }

    long statements() {
        return statements.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) counted(super.getConnection(), Connection.class);
    }

    private Object counted(Object target, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            count(method);
            Object result = invoke(target, method, arguments);
            return result instanceof Statement ? counted(result, method.getReturnType()) : result;
        });
    }

    private void count(Method method) {
        String name = method.getName();
        if (name.equals("addBatch") || name.equals("execute") || name.equals("executeQuery") || name.equals("executeUpdate")) {
            statements.incrementAndGet();
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
