using System.Net;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

public sealed class FolderFailureTests
{
    private static readonly RetryRules Rules = new(RetrySettings.From(new OneDriveRetryOptions()));

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new QuotaExceededException(HttpStatusCode.InsufficientStorage, "full"), true },
        { new OneDriveAuthenticationException("sign in"), true },
        { new OneDriveApiException(HttpStatusCode.Unauthorized, "who"), true },
        { new IOException("disk full", unchecked((int)0x80070070)), true },
        { new OneDriveApiException(HttpStatusCode.Forbidden, "no"), false },
        { new ResourceLockedException((HttpStatusCode)423, "locked"), false },
        { new ThrottledException(HttpStatusCode.TooManyRequests, "later"), false },
        { new OneDriveConnectionException("reset"), false },
        { new IOException("in use"), false },
        { new UnauthorizedAccessException("not yours"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void EndsTransfer_OnlyWhenOtherFilesWouldMeetItToo(Exception failure, bool ends)
    {
        Assert.Equal(ends, FolderFailure.EndsTransfer(failure, Rules));
        Assert.True(FolderFailure.IsOfOneItem(failure, default));
    }

    [Fact]
    public void IsOfOneItem_WhateverItIs_UnlessTheTransferIsCancelled()
    {
        using var source = new CancellationTokenSource();
        Assert.True(FolderFailure.IsOfOneItem(new InvalidOperationException(), source.Token));
        Assert.True(FolderFailure.IsOfOneItem(new OperationCanceledException(), source.Token));

        source.Cancel();

        Assert.True(FolderFailure.IsOfOneItem(new InvalidOperationException(), source.Token));
        Assert.False(FolderFailure.IsOfOneItem(new OperationCanceledException(), source.Token));
    }
}
