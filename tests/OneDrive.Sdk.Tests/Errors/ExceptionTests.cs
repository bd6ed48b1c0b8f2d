using System.Net;

namespace OneDrive.Sdk.Tests.Errors;

public class ExceptionTests
{
    [Fact]
    public void EveryException_IsCaughtByTheOneBase()
    {
        var types = typeof(OneDriveException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception))).ToList();

        Assert.Contains(typeof(ThrottledException), types);
        Assert.All(
            types, type => Assert.True(type == typeof(OneDriveException) || type.IsSubclassOf(typeof(OneDriveException)), type.Name));
    }

    [Fact]
    public void IsTransient_IsTrueOnlyWhereARepetitionCanHelp()
    {
        Assert.True(new OneDriveConnectionException("x").IsTransient);
        Assert.True(new ThrottledException(HttpStatusCode.Forbidden, "x").IsTransient);
        Assert.True(new OneDriveApiException(HttpStatusCode.BadGateway, "x").IsTransient);
        Assert.False(new OneDriveApiException(HttpStatusCode.NotFound, "x").IsTransient);
        Assert.False(new OneDriveAuthenticationException("x").IsTransient);
        Assert.True(new OneDriveAuthenticationException("x") { IsTransient = true }.IsTransient);
        Assert.False(new UploadNotResumableException("x").IsTransient);
        Assert.False(new ContentVerificationException("x").IsTransient);
    }

    [Fact]
    public void AadstsCode_IsTheFirstNumberAsTheServicePrintsIt()
    {
        Assert.Equal("AADSTS700082", new OneDriveAuthenticationException("x") { ErrorCodes = [700082, 50173] }.AadstsCode);
        Assert.Null(new OneDriveAuthenticationException("x").AadstsCode);
    }

    [Fact]
    public void Constructors_KeepTheCause()
    {
        var cause = new IOException("cause");

        Assert.Same(cause, new ItemNotFoundException(HttpStatusCode.NotFound, "x", cause).InnerException);
        Assert.Same(cause, new OneDriveConnectionException("x", cause).InnerException);
        Assert.Same(cause, new OneDriveAuthenticationException("x", cause).InnerException);
    }
}
